import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { type Landing, openLanding, type Segment } from '../../src/landing/index.ts'

const engine = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect()

/** Which column of which stream marks stand in. */
export type Places = Readonly<Partial<Record<string, string>>>

/** Files never change, so that each is read once, and checked then. */
const read = new Map<string, readonly string[]>()

async function marksIn(landing: Landing, segment: Segment, column: string): Promise<readonly string[]> {
  const path = join(landing.folder, segment.file)
  const known = read.get(path)
  if (known) return existsSync(path) ? known : []
  await landing.verify(segment)
  const reader = segment.format === 'parquet' ? `read_parquet('${path}')` : `read_json('${path}', compression = 'zstd')`
  const rows = await engine.runAndReadAll(`SELECT ${column} FROM ${reader} WHERE ${column} LIKE 'write-%'`)
  const marks = rows.getRows().map(([text]) => String(text))
  read.set(path, marks)
  return marks
}

/** The marks of everything that a landing names. */
export async function landedMarks(landing: Landing, places: Places): Promise<readonly string[]> {
  const found: string[] = []
  for (const segment of landing.segments()) {
    const column = places[segment.stream]
    if (column) found.push(...(await marksIn(landing, segment, column)))
  }
  return found
}

export async function inLanding<R>(folder: string, use: (landing: Landing) => Promise<R>): Promise<R> {
  const landing = await openLanding(folder, { now: () => Temporal.Now.instant(), log: () => {} }, 'write')
  try {
    return await use(landing)
  } finally {
    landing.close()
  }
}
