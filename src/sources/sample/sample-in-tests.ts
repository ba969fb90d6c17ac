import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance, type Json } from '@duckdb/node-api'
import { type Landing, openLanding, type Segment } from '../../landing/index.ts'
import type { CustomField } from '../../model/index.ts'
import { makeSample } from './sample.ts'

const effects = { now: () => Temporal.Instant.from('2026-07-01T00:00:00Z'), log: () => {} }

/** The story ends on 30 June 2026. The landing is gone when `use` has had it. */
export async function withSample<R>(seed: number, scale: number, use: (landing: Landing) => Promise<R>): Promise<R> {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-sample-'))
  const landing = await openLanding(folder, effects, 'write')
  try {
    await makeSample(landing, { seed, scale, endOn: '2026-06-30' }, () => {})
    return await use(landing)
  } finally {
    landing.close()
    await rm(folder, { recursive: true })
  }
}

/** A sample company to be asked in SQL: each kind of record is a table. */
export interface ToldSample {
  readonly segments: readonly Segment[]
  readonly customFields: readonly CustomField[]
  rows(sql: string): Promise<readonly (readonly Json[])[]>
  number(sql: string): Promise<number>
}

async function tell(landing: Landing): Promise<ToldSample> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  await readAll(connection, landing)
  const rows: ToldSample['rows'] = async (sql) => (await connection.runAndReadAll(sql)).getRowsJson()
  const number: ToldSample['number'] = async (sql) => Number((await rows(sql))[0]?.[0])
  return { segments: landing.segments(), customFields: landing.customFields(), rows, number }
}

async function readAll(connection: DuckDBConnection, landing: Landing): Promise<void> {
  await connection.run(`SET TimeZone = 'UTC'`)
  for (const [stream, segments] of Map.groupBy(landing.segments(), (segment) => segment.stream)) {
    const files = segments.map(({ file }) => `'${join(landing.folder, file)}'`).join(', ')
    await connection.run(`CREATE TABLE ${stream} AS FROM read_parquet([${files}])`)
  }
}

let told: Promise<ToldSample> | undefined
/** Made once for all tests of a worker. */
export const toldSample = (): Promise<ToldSample> => {
  told ??= withSample(7, 0.05, tell)
  return told
}
