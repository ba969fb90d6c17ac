import { type Aggregate, isAdditive, type Measure } from '../../query/index.ts'
import type { Plan } from '../plan.ts'
import type { Figure, Figures } from './figures.ts'
import { inTime } from './order.ts'

type Values = Figure['values']

/** Figures that run on: each period holds all before it, series by series. Rates are those of the sums so far. */
export function runningOn(plan: Plan, figures: Figures): Figures {
  if (!plan.running) return figures
  const along = (rows: readonly Figure[]) =>
    [...bySeries(rows).values()].flatMap((series) => accumulated(plan.counted, series))
  return { ...figures, rows: along(figures.rows), margins: along(figures.margins) }
}

function bySeries(rows: readonly Figure[]): ReadonlyMap<string, readonly Figure[]> {
  return Map.groupBy(rows, ({ by, breakdown, period }) => JSON.stringify([by?.key, breakdown?.key, period === null]))
}

function accumulated(measures: readonly Measure[], rows: readonly Figure[]): readonly Figure[] {
  if (rows[0]?.period === null) return rows
  const forward = [...rows].sort(inTime)
  const sums = new Map<string, number>()
  return forward.map((row) => ({ ...row, values: soFar(measures, row.values, sums) }))
}

function soFar(measures: readonly Measure[], values: Values, sums: Map<string, number>): Values {
  for (const { key, value } of measures) {
    const more = values[key] ?? null
    if (isAdditive(value) && more !== null) sums.set(key, (sums.get(key) ?? 0) + more)
  }
  const sumOf = (aggregate: Aggregate) =>
    sums.get(measures.find(({ value }) => sameAs(value, aggregate))?.key ?? '') ?? null
  return Object.fromEntries(
    measures.map(({ key, value }) => [
      key,
      value.fn === 'ratio' ? rate(sumOf(value.part), sumOf(value.whole), value.times) : (sums.get(key) ?? null),
    ]),
  )
}

const sameAs = (a: Aggregate, b: Aggregate) => JSON.stringify(a) === JSON.stringify(b)
const rate = (part: number | null, whole: number | null, times: number) =>
  part === null || !whole ? null : (times * part) / whole
