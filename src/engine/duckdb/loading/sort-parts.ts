import type { DuckDBConnection } from '@duckdb/node-api'
import type { Entity } from '../../../model/index.ts'
import { literal, quoted } from '../quoting.ts'
import { rowFields } from './tables.ts'

/** What one value takes while rows are sorted, about: its place and its letters. */
const bytesOfValue = 24
/** Sorting holds its rows and, for a while, their sorted copy; the file that is written needs room too. */
const sortingShare = 0.4

/** Conditions that part `readable` by day, in its order, so that the rows of each part can be sorted in memory. */
export async function sortParts(
  connection: DuckDBConnection,
  entity: Entity,
  day: string,
  landed: number,
  memoryMb: number,
): Promise<readonly string[]> {
  const most = (memoryMb * 1e6 * sortingShare) / (bytesOfValue * rowFields(entity).length)
  if (landed <= most) return ['true']
  const found = await connection.runAndReadAll(
    `SELECT date_trunc('month', ${quoted(day)})::DATE::VARCHAR, count(*) FROM readable GROUP BY 1 ORDER BY 1 NULLS LAST`,
  )
  const months = found
    .getRows()
    .map(([month, rows]) => ({ month: month === null ? null : String(month), rows: Number(rows) }))
  return conditions(quoted(day), firstsOf(months, most))
}

interface Month {
  readonly month: string | null
  readonly rows: number
}

/** The month that each part begins with; null is that of the rows without a day. */
export function firstsOf(months: readonly Month[], most: number): readonly (string | null)[] {
  const firsts: (string | null)[] = []
  let rows = Number.POSITIVE_INFINITY
  for (const month of months) {
    if (rows + month.rows > most) {
      firsts.push(month.month)
      rows = 0
    }
    rows += month.rows
  }
  return firsts
}

/** From each first to before the next. Rows without a day come last, with the others of the last part or alone. */
export function conditions(column: string, firsts: readonly (string | null)[]): readonly string[] {
  const days = firsts.filter((first) => first !== null)
  const withNone = days.length === firsts.length
  const dated = days.map((first, nth) => {
    const next = days[nth + 1]
    const from = nth === 0 ? 'true' : `${column} >= ${literal(first)}`
    const until = next === undefined ? 'true' : `${column} < ${literal(next)}`
    const isLast = next === undefined && withNone
    return isLast ? `(${from} OR ${column} IS NULL)` : `(${from} AND ${until} AND ${column} IS NOT NULL)`
  })
  return withNone ? dated : [...dated, `${column} IS NULL`]
}
