import { crm } from '../../model/index.ts'
import type { QuarantinedRow, Value } from '../warehouse.ts'
import type { Answering } from './answering.ts'
import { literal, quoted } from './quoting.ts'

/** What a generation knows about itself. */
export interface Book {
  readonly signature: string | null
  readonly refreshedAt: string | null
  readonly loaded: readonly number[]
  readonly freshAt: string | null
  readonly quarantined: number
  readonly notices: readonly string[]
}

async function rows(answering: Answering, sql: string, values: readonly Value[] = []) {
  return (await answering.run({ sql, values, columns: [] })).rows
}

export async function readBook(answering: Answering): Promise<Book> {
  const entries = new Map(
    (await rows(answering, 'SELECT name, value FROM book')).map(([name, value]) => [String(name), String(value)]),
  )
  const segments = await rows(answering, 'SELECT seq, landed_at FROM loaded_segment ORDER BY seq')
  const [quarantined] = await rows(answering, 'SELECT count(*) FROM quarantine')
  const notices = await rows(answering, 'SELECT sentence FROM notice')
  return {
    signature: entries.get('signature') ?? null,
    refreshedAt: entries.get('refreshedAt') ?? null,
    loaded: segments.map(([seq]) => Number(seq)),
    freshAt: text(segments.at(-1)?.[1]),
    quarantined: Number(quarantined?.[0] ?? 0),
    notices: notices.map(([sentence]) => String(sentence)),
  }
}

/** How many records of each kind there are. */
export async function recordCounts(answering: Answering): Promise<Readonly<Record<string, number>>> {
  const counts = Object.keys(crm).map((name) => `SELECT ${literal(name)}, count(*) FROM ${quoted(name)}`)
  const found = await rows(answering, counts.join(' UNION ALL '))
  return Object.fromEntries(found.map(([name, count]) => [String(name), Number(count)]))
}

export async function quarantinedRows(answering: Answering, limit: number): Promise<readonly QuarantinedRow[]> {
  const found = await rows(
    answering,
    'SELECT segment, stream, origin, line, record_id, reason FROM quarantine ORDER BY segment, line LIMIT $1',
    [limit],
  )
  return found.map(([segment, stream, origin, line, recordId, reason]) => ({
    segment: Number(segment),
    stream: String(stream),
    origin: text(origin),
    line: line === null || line === undefined ? null : Number(line),
    recordId: text(recordId),
    reason: String(reason),
  }))
}

const text = (value: Value | undefined): string | null => (value === null || value === undefined ? null : String(value))
