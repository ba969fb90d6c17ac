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
  const parts = runningParts(measures)
  const sums = new Map<string, number>()
  return [...rows].sort(inTime).map((row) => {
    for (const { key } of parts) {
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
const partsOf = (value: Aggregate): readonly Aggregate[] =>
  isAdditive(value) ? [value] : (makingOf(value)?.of.flatMap(partsOf) ?? [])

/** Null as long as something is missing that it is made of, and for what no sums tell, such as a middle. */
function soFar(value: Aggregate, sums: ReadonlyMap<string, number>): number | null {
  if (isAdditive(value)) return sums.get(keyOf(value)) ?? null
  const making = makingOf(value)
  const parts = making?.of.map((part) => soFar(part, sums)).filter((part) => part !== null)
  return making && parts?.length === making.of.length ? making.made(parts) : null
}

/** How a figure is made of others; null for what no others tell. */
interface Making {
  readonly of: readonly Aggregate[]
  readonly made: (parts: readonly number[]) => number | null
}

function makingOf(value: Aggregate): Making | null {
  switch (value.fn) {
    case 'average':
      return { of: meanOf(value), made: rate(1) }
    case 'ratio':
      return { of: [value.part, value.whole], made: rate(value.times) }
    case 'product':
      return { of: value.of, made: (parts) => parts.reduce((one, other) => one * other) }
    case 'addition':
      return { of: value.of, made: (parts) => parts.reduce((one, other) => one + other) }
    case 'difference':
      return { of: value.of, made: (parts) => parts.reduce((one, other) => one - other) }
    case 'fixed': {
      const { is } = value
      return { of: [], made: () => (is.op === 'literal' ? Number(is.value) : null) }
    }
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

const meanOf = ({ of, where }: Aggregate<'average'>): readonly Aggregate[] => [
  { fn: 'sum-known', of, where },
  count(where ? and(where, known(of)) : known(of)),
]

const rate =
  (times: number) =>
  ([part = 0, whole = 0]: readonly number[]): number | null =>
    whole ? (times * part) / whole : null
