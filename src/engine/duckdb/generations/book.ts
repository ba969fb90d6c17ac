import type { DuckDBConnection } from '@duckdb/node-api'
import { crm } from '../../../model/index.ts'
import type { LandedSegment } from '../../landed.ts'
import type { MissingSegment } from '../../warehouse.ts'
import type { Signatures } from '../loading/signature.ts'
import { literal, quoted } from '../quoting.ts'
import type { Reader } from '../reader.ts'

/** How far landing is in: a number, however much was landed. */
export interface Taken {
  /** Each segment up to this one is in, or missing; 0 when there is none. */
  readonly loadedThrough: number
  /** When that one was landed. */
  readonly throughAt: string | null
  /** When the newest of those that are in was landed. */
  readonly freshAt: string | null
}

export const nothingTaken: Taken = { loadedThrough: 0, throughAt: null, freshAt: null }

interface Come {
  readonly sound: readonly Pick<LandedSegment, 'seq' | 'landedAt'>[]
  readonly missing: readonly Pick<LandedSegment, 'seq' | 'landedAt'>[]
}

/** How far landing is in, once these are. */
export function takenWith(before: Taken, { sound, missing }: Come): Taken {
  let { loadedThrough, throughAt, freshAt } = before
  for (const { landedAt } of sound) if (freshAt === null || landedAt > freshAt) freshAt = landedAt
  for (const { seq, landedAt } of [...sound, ...missing])
    if (seq > loadedThrough) [loadedThrough, throughAt] = [seq, landedAt]
  return { loadedThrough, throughAt, freshAt }
}

/** What a generation knows about itself. */
export interface Book extends Taken {
  /** What each table was made for. */
  readonly signatures: Signatures
  readonly refreshedAt: string | null
  readonly quarantined: number
  readonly missing: readonly MissingSegment[]
  readonly notices: readonly string[]
}

export const bookTables: readonly string[] = [
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

const ofTable = 'table '

/** What the tables are made for, in the place of what they were. */
export async function writeSignatures(connection: DuckDBConnection, signatures: Signatures): Promise<void> {
  const rows = [...signatures].map(([name, signature]) => `(${literal(ofTable + name)}, ${literal(signature)})`)
  await connection.run(`DELETE FROM book WHERE starts_with(name, ${literal(ofTable)})`)
  await connection.run(`INSERT INTO book VALUES ${rows.join(', ')}`)
}

const signaturesIn = (entries: ReadonlyMap<string, string>): Signatures =>
  new Map(
    [...entries]
      .filter(([name]) => name.startsWith(ofTable))
      .map(([name, signature]) => [name.slice(ofTable.length), signature]),
  )

/** What the generation is made from, and what it is made without. */
export const loadInBook = (taken: Taken, missing: readonly MissingSegment[]) => ({
  taken: JSON.stringify(taken),
  missing: JSON.stringify(missing),
})

export async function readBook(reader: Reader): Promise<Book> {
  const rows = async (sql: string) => (await reader.run({ sql, values: [], columns: [] })).rows
  const entries = new Map(
    (await rows('SELECT name, value FROM book')).map(([name, value]) => [String(name), String(value)]),
  )
  const [quarantined] = await rows('SELECT count(*) FROM quarantine')
  const notices = await rows('SELECT sentence FROM notice')
  return {
    signatures: signaturesIn(entries),
    refreshedAt: entries.get('refreshedAt') ?? null,
    quarantined: Number(quarantined?.[0]),
    // Both were written by `loadInBook` in these forms.
    ...(JSON.parse(entries.get('taken') ?? JSON.stringify(nothingTaken)) as Taken),
    missing: JSON.parse(entries.get('missing') ?? '[]') as readonly MissingSegment[],
    notices: notices.map(([sentence]) => String(sentence)),
  }
}

/** How many records of each kind there are. */
export async function recordCounts(reader: Reader): Promise<Readonly<Record<string, number>>> {
  const counts = Object.keys(crm).map((name) => `SELECT ${literal(name)}, count(*) FROM ${quoted(name)}`)
  const { rows } = await reader.run({ sql: counts.join(' UNION ALL '), values: [], columns: [] })
  return Object.fromEntries(rows.map(([name, count]) => [String(name), Number(count)]))
}
