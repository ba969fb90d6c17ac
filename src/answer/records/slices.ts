import {
  allOf,
  askedWith,
  type Column,
  type Condition,
  filter,
  groupedBy,
  known,
  measuring,
  not,
  type Query,
  type Rows,
  rewritten,
  within,
} from '../../query/index.ts'
import { recordCount } from './record-count.ts'

/** How many rows there are of a day, or without one. */
export interface Day {
  readonly day: string | null
  readonly rows: number
}

/** Some of the rows behind a figure: of these days, from this one on in their order. */
export interface Slice {
  readonly days: { readonly from: string; readonly until: string | null } | null
  readonly offset: number
}

/** Asks for the rows of each day; without a date, for all. */
export const rowsByDay = ({ from, asked, where }: Rows, date: Column<'day'> | null): Query =>
  rewritten(
    allOf(from),
    askedWith(asked),
    filter(...where),
    measuring([recordCount]),
    ...(date ? [groupedBy({ name: 'period', key: date, label: date, order: null })] : []),
  )

/** Cuts rows that lie in the order of their days, those without a day last, into slices of at most so many. */
export function slicesOf(days: readonly Day[], most: number): readonly Slice[] {
  const dated = together(
    days.flatMap(({ day, rows }) => (day === null ? [] : [{ from: day, rows }])).sort(inOrder),
    most,
  )
  const undated = days.flatMap(({ day, rows }) => (day === null ? cut(null, rows, most) : []))
  return [
    ...dated.flatMap(({ from, rows }, nth) => cut({ from, until: dated[nth + 1]?.from ?? null }, rows, most)),
    ...undated,
  ]
}

interface Stretch {
  readonly from: string
  readonly rows: number
}

const inOrder = (one: Stretch, other: Stretch): number => (one.from < other.from ? -1 : 1)

/** Neighbouring days that have no more than so many rows in all. */
function together(days: readonly Stretch[], most: number): readonly Stretch[] {
  const stretches: Stretch[] = []
  for (const day of days) {
    const last = stretches.at(-1)
    if (last && last.rows + day.rows <= most) stretches[stretches.length - 1] = { ...last, rows: last.rows + day.rows }
    else stretches.push(day)
  }
  return stretches
}

/** A single day may have more than so many. */
const cut = (days: Slice['days'], rows: number, most: number): readonly Slice[] =>
  Array.from({ length: Math.ceil(rows / most) }, (_, nth) => ({ days, offset: nth * most }))

export const inSlice = ({ days }: Slice, date: Column<'day'> | null): readonly Condition[] =>
  date === null ? [] : [days ? within(date, days) : not(known(date))]
