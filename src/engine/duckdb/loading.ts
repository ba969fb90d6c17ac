import type { DuckDBConnection } from '@duckdb/node-api'
import type { Effects } from '../../effects.ts'
import type { Fact } from '../../facts/index.ts'
import type { Account, Entity, Model } from '../../model/index.ts'
import type { LandedSegment } from '../landed.ts'
import type { LoadReport } from '../warehouse.ts'
import { literal } from './quoting.ts'

/** All that loading needs to know about the company. */
export interface Loading {
  readonly model: Model
  readonly account: Account
  readonly facts: readonly Fact[]
  /** Of the landing, which segments' files are below. */
  readonly folder: string
  /** What the tables were made for: another signature is another warehouse. */
  readonly signature: string
  readonly effects: Effects
}

export const segmentsOf = (entity: Entity, segments: readonly LandedSegment[]): readonly LandedSegment[] =>
  segments.filter((segment) => segment.stream === entity.name)

export async function runAll(connection: DuckDBConnection, statements: readonly string[]): Promise<void> {
  for (const sql of statements) await connection.run(sql)
}

/** The single number that a SELECT gives. */
export async function numberOf(connection: DuckDBConnection, sql: string): Promise<number> {
  const found = await connection.runAndReadAll(sql)
  return Number(found.getRows()[0]?.[0] ?? 0)
}

export async function textsOf(connection: DuckDBConnection, sql: string): Promise<readonly string[]> {
  const found = await connection.runAndReadAll(sql)
  return found.getRows().flatMap(([text]) => (text === null || text === undefined ? [] : [String(text)]))
}

/** Columns of a segment that settle something, as one text: versions of one set replace each other. */
export function columnSet(entity: Entity, segment: LandedSegment): string {
  return segment.columns
    .filter((name) => name in entity.fields)
    .toSorted()
    .join()
}

export async function noteSegments(
  connection: DuckDBConnection,
  model: Model,
  segments: readonly LandedSegment[],
): Promise<void> {
  const rows = segments.flatMap((segment) => {
    const entity = model[segment.stream]
    const columns = entity ? columnSet(entity, segment) : ''
    const texts = [segment.stream, columns].map(literal).join(', ')
    return [`(${segment.seq}, ${texts}, ${segment.rows}, ${literal(segment.landedAt)})`]
  })
  if (rows.length > 0) await connection.run(`INSERT INTO loaded_segment VALUES ${rows.join(', ')}`)
}

/** Puts the rows of `incoming` that could not be read where they are counted. */
export async function quarantineRows(
  connection: DuckDBConnection,
  incoming: string,
  segments: readonly LandedSegment[],
): Promise<number> {
  const origins = segments.map((s) => `(${s.seq}, ${literal(s.stream)}, ${s.origin ? literal(s.origin) : 'NULL'})`)
  const result = await connection.run(`INSERT INTO quarantine
    SELECT _segment, source.stream, source.origin, _shown_line, id, _reason
    FROM ${incoming} JOIN (VALUES ${origins.join(', ')}) source(seq, stream, origin) ON source.seq = _segment
    WHERE _reason IS NOT NULL ORDER BY _segment, _line`)
  return result.rowsChanged
}

export async function writeInBook(connection: DuckDBConnection, entries: Readonly<Record<string, string>>) {
  for (const [name, value] of Object.entries(entries)) {
    await connection.run('DELETE FROM book WHERE name = $1', [name])
    await connection.run('INSERT INTO book VALUES ($1, $2)', [name, value])
  }
}

export const report = (
  stream: string,
  counts: Pick<LoadReport, 'read' | 'inserted' | 'updated' | 'quarantined'>,
): LoadReport => ({
  stream,
  ...counts,
  unchanged: counts.read - counts.inserted - counts.updated - counts.quarantined,
})
