import { type Aggregate, and, count, isAdditive, known, type Measure } from '../../query/index.ts'
import type { Plan } from '../plan.ts'
import type { Figure, Figures } from './figures.ts'
import { inTime } from './order.ts'

/** Figures that run on: each period holds all before it, series by series. Rates are those of the sums so far. */
export function runningOn(plan: Plan, figures: Figures): Figures {
  if (!plan.running) return figures
  const along = (rows: readonly Figure[]) => [...bySeries(rows).values()].flatMap((series) => accumulated(plan, series))
  return { ...figures, rows: along(figures.rows), margins: along(figures.margins) }
}

function bySeries(rows: readonly Figure[]): ReadonlyMap<string, readonly Figure[]> {
  return Map.groupBy(rows, ({ by, breakdown, period }) => JSON.stringify([by?.key, breakdown?.key, period === null]))
}

function accumulated({ measures }: Plan, rows: readonly Figure[]): readonly Figure[] {
  if (rows[0]?.period === null) return rows
  const parts = measures.flatMap(({ value }) => partsOf(value)).map(keyOf)
  const sums = new Map<string, number>()
  return [...rows].sort(inTime).map((row) => {
    for (const key of new Set(parts)) {
      const more = row.values[key] ?? null
      if (more !== null) sums.set(key, (sums.get(key) ?? 0) + more)
    }
    return { ...row, values: Object.fromEntries(measures.map(({ key, value }) => [key, soFar(value, sums)])) }
  })
}

/** What is asked beside the measures that are shown: the sums that theirs so far are made of. */
export const runningParts = (measures: readonly Measure[]): readonly Measure[] => {
  const parts = measures.flatMap(({ value }) => partsOf(value))
  return [...new Map(parts.map((value) => [keyOf(value), value]))].map(([key, value]) => ({
    key,
    label: '',
    kind: 'number',
    doc: '',
    better: null,
    value,
  }))
}

const keyOf = (part: Aggregate): string => `so far ${JSON.stringify(part)}`

/** What adds up from period to period, of which a figure so far can be made; nothing, where it cannot. */
function partsOf(value: Aggregate): readonly Aggregate[] {
  if (isAdditive(value)) return [value]
  switch (value.fn) {
    case 'average':
      return Object.values(meanOf(value))
    case 'ratio':
      return [value.part, value.whole].flatMap(partsOf)
    case 'product':
    case 'addition':
    case 'difference':
      return value.of.flatMap(partsOf)
    case 'count':
    case 'sum':
    case 'sum-known':
    case 'median':
    case 'percentile':
    case 'min':
    case 'max':
    case 'fixed':
    case 'count-distinct':
      return []
  }
}

const meanOf = ({ of, where }: Aggregate<'average'>) => ({
  part: { fn: 'sum-known', of, where } as const,
  whole: count(where ? and(where, known(of)) : known(of)),
})

/** Null as long as something is missing that it is made of, and for what no sums tell, such as a middle. */
function soFar(value: Aggregate, sums: ReadonlyMap<string, number>): number | null {
  if (isAdditive(value)) return sums.get(keyOf(value)) ?? null
  switch (value.fn) {
    case 'average':
      return rate(meanOf(value), 1, sums)
    case 'ratio':
      return rate(value, value.times, sums)
    case 'product':
      return joined(value.of, sums, (one, other) => one * other)
    case 'addition':
      return joined(value.of, sums, (one, other) => one + other)
    case 'difference':
      return joined(value.of, sums, (one, other) => one - other)
    case 'fixed':
      return value.is.op === 'literal' ? Number(value.is.value) : null
    case 'count':
    case 'sum':
    case 'sum-known':
    case 'median':
    case 'percentile':
    case 'min':
    case 'max':
    case 'count-distinct':
      return null
  }
}

function rate(
  of: { readonly part: Aggregate; readonly whole: Aggregate },
  times: number,
  sums: ReadonlyMap<string, number>,
) {
  const [part, whole] = [soFar(of.part, sums), soFar(of.whole, sums)]
  return part === null || !whole ? null : (times * part) / whole
}

function joined(
  of: readonly Aggregate[],
  sums: ReadonlyMap<string, number>,
  join: (one: number, other: number) => number,
): number | null {
  const [first = null, ...rest] = of.map((each) => soFar(each, sums))
  return rest.reduce((sum, each) => (sum === null || each === null ? null : join(sum, each)), first)
}
