import type { DuckDBConnection } from '@duckdb/node-api'
import { crm, type Entity, type Model } from '../../../model/index.ts'
import type { LandedSegment } from '../../landed.ts'
import type { MissingSegment } from '../../warehouse.ts'
import { literal, quoted } from '../quoting.ts'
import type { Reader } from '../reader.ts'

/** What a generation knows about itself. */
export interface Book {
  readonly signature: string | null
  readonly refreshedAt: string | null
  /** Numbers of the segments that are in. */
  readonly loaded: ReadonlySet<number>
  /** The last of them; 0 when there is none. */
  readonly loadedThrough: number
  /** When the newest of them was landed. */
  readonly freshAt: string | null
  readonly quarantined: number
  readonly missing: readonly MissingSegment[]
  readonly notices: readonly string[]
}

export const bookTables: readonly string[] = [
  'CREATE TABLE loaded_segment (seq INTEGER, stream VARCHAR, columns VARCHAR, rows BIGINT, landed_at VARCHAR)',
  'CREATE TABLE book (name VARCHAR, value VARCHAR)',
  'CREATE TABLE notice (sentence VARCHAR)',
]

export async function writeInBook(
  connection: DuckDBConnection,
  entries: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [name, value] of Object.entries(entries)) {
    await connection.run('DELETE FROM book WHERE name = $1', [name])
    await connection.run('INSERT INTO book VALUES ($1, $2)', [name, value])
  }
}

/** What the generation is made without. */
export const missingInBook = (missing: readonly MissingSegment[]) => ({ missing: JSON.stringify(missing) })

/** Notes that segments are in, with the columns that each tells about. */
export async function noteSegments(
  connection: DuckDBConnection,
  model: Model,
  segments: readonly LandedSegment[],
): Promise<void> {
  const rows = segments.map((segment) => {
    const texts = [segment.stream, columnSet(model[segment.stream], segment)].map(literal).join(', ')
    return `(${segment.seq}, ${texts}, ${segment.rows}, ${literal(segment.landedAt)})`
  })
  if (rows.length > 0) await connection.run(`INSERT INTO loaded_segment VALUES ${rows.join(', ')}`)
}

/** Columns of a segment that settle something, as one text: versions of one set replace each other. */
const columnSet = (entity: Entity | undefined, segment: LandedSegment): string =>
  segment.columns
    .filter((name) => entity && name in entity.fields)
    .toSorted()
    .join()

export async function readBook(reader: Reader): Promise<Book> {
  const rows = async (sql: string) => (await reader.run({ sql, values: [], columns: [] })).rows
  const entries = new Map((await rows('SELECT name, value FROM book')).map(([name, value]) => [name, String(value)]))
  const segments = await rows('SELECT seq, landed_at FROM loaded_segment ORDER BY seq')
  const [quarantined] = await rows('SELECT count(*) FROM quarantine')
  const notices = await rows('SELECT sentence FROM notice')
  return {
    signature: entries.get('signature') ?? null,
    refreshedAt: entries.get('refreshedAt') ?? null,
    loaded: new Set(segments.map(([seq]) => Number(seq))),
    loadedThrough: Number(segments.at(-1)?.[0] ?? 0),
    freshAt: segments.length > 0 ? String(segments.at(-1)?.[1]) : null,
    quarantined: Number(quarantined?.[0]),
    // Written by `missingInBook` in this form.
    missing: JSON.parse(entries.get('missing') ?? '[]') as readonly MissingSegment[],
    notices: notices.map(([sentence]) => String(sentence)),
  }
}

/** Landed, and neither in nor given up. */
export const isPending = ({ loaded, missing }: Book, seq: number): boolean =>
  !loaded.has(seq) && !missing.some((one) => one.seq === seq)

/** How many records of each kind there are. */
export async function recordCounts(reader: Reader): Promise<Readonly<Record<string, number>>> {
  const counts = Object.keys(crm).map((name) => `SELECT ${literal(name)}, count(*) FROM ${quoted(name)}`)
  const { rows } = await reader.run({ sql: counts.join(' UNION ALL '), values: [], columns: [] })
  return Object.fromEntries(rows.map(([name, count]) => [String(name), Number(count)]))
}
