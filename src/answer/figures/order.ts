import type { Plan } from '../plan.ts'
import type { Figure, Figures } from './figures.ts'
import { isOther } from './other.ts'

type Compare = (a: Figure, b: Figure) => number

/** Rows as they are read: by what the reader chose, else stages in their order, time forward, the largest first. Missing values last. */
export function ordered(plan: Plan, figures: Figures): Figures {
  const name = plan.by ? 'by' : 'breakdown'
  const alone = (figure: Figure) => figure[name] !== null && figure.period === null
  const groups = [...(figures.margins.some(alone) ? figures.margins.filter(alone) : figures.rows)].sort(
    inOrder(plan, name),
  )
  const rank = new Map(groups.map((figure, index) => [figure[name]?.key ?? null, index]))
  const place: Compare = (a, b) => (rank.get(a[name]?.key ?? null) ?? 0) - (rank.get(b[name]?.key ?? null) ?? 0)
  const compare: Compare = (a, b) => inTime(a, b) || place(a, b) || inOrder(plan, 'breakdown')(a, b)
  const sorted =
    plan.question.view === 'over-time' && backwards(plan)
      ? (a: Figure, b: Figure) => -inTime(a, b) || place(a, b)
      : compare
  return { ...figures, rows: [...figures.rows].sort(sorted), margins: [...figures.margins].sort(sorted) }
}

const backwards = ({ question }: Plan) => question.sort?.column === 'period' && question.sort.direction === 'desc'

/** What is over all periods stands first, what has no date last. */
export const inTime = (a: Pick<Figure, 'period'>, b: Pick<Figure, 'period'>): number =>
  Number(a.period !== null) - Number(b.period !== null) ||
  Number(a.period?.key === null) - Number(b.period?.key === null) ||
  (a.period?.key ?? '').localeCompare(b.period?.key ?? '')

function inOrder(plan: Plan, name: 'by' | 'breakdown'): Compare {
  const { sort } = plan.question
  const missingLast: Compare = (a, b) => lateness(a[name]) - lateness(b[name])
  const chosen = sort && sort.column !== 'period' ? byChoice(sort, name) : byNature(plan, name)
  const byLabel: Compare = (a, b) => (a[name]?.label ?? '').localeCompare(b[name]?.label ?? '')
  const byKey: Compare = (a, b) => (a[name]?.key ?? '').localeCompare(b[name]?.key ?? '')
  return (a, b) => missingLast(a, b) || chosen(a, b) || byLabel(a, b) || byKey(a, b)
}

/** What has no value stands after what has, and all that is not listed after both. */
const lateness = (group: Figure['by']) => (isOther(group) ? 2 : group?.key === null ? 1 : 0)

function byChoice({ column, direction }: NonNullable<Plan['question']['sort']>, name: 'by' | 'breakdown'): Compare {
  const sign = direction === 'asc' ? 1 : -1
  if (column === 'by') return (a, b) => sign * (a[name]?.label ?? '').localeCompare(b[name]?.label ?? '')
  return byMeasure(column, sign)
}

function byNature({ measures }: Plan, name: 'by' | 'breakdown'): Compare {
  const large = byMeasure(measures[0]?.key ?? '', -1)
  return (a, b) => placeIn(a, name) - placeIn(b, name) || large(a, b)
}

/** Without a place of its own a group stands after those that have one; where none has, all are equal. */
const placeIn = ({ order }: Figure, name: 'by' | 'breakdown') => order[name] ?? Number.MAX_SAFE_INTEGER

/** No value comes after every value, in both directions. */
const byMeasure =
  (key: string, sign: 1 | -1): Compare =>
  (a, b) => {
    const [x = null, y = null] = [a.values[key], b.values[key]]
    if (x === null || y === null) return Number(x === null) - Number(y === null)
    return sign * (x - y)
  }
