import { periodsIn } from '../../query/index.ts'
import { atMoments } from '../../reports/index.ts'
import type { Plan } from '../plan.ts'
import type { Figure, Figures } from './figures.ts'
import { emptyFigure, periodLabel } from './fill.ts'

/** Puts the figures of the comparison range beside those of the range: the same group, and the period that is its counterpart. */
export function compared(plan: Plan, now: Figures, before: Figures): Figures {
  const nothing = emptyFigure(plan, {}).values
  const later = laterIn(plan)
  const earlier = new Map([...before.rows, ...before.margins].map((figure) => [placeOf(later(figure)), figure.values]))
  const beside = (figure: Figure): Figure => ({
    ...figure,
    ...besides(plan, figure),
    previous: earlier.get(placeOf(figure)) ?? (isAlone(plan, figure) ? unknown(plan) : nothing),
  })
  const both = (some: readonly Figure[], then: readonly Figure[]) => [
    ...some.map(beside),
    ...onlyBefore(plan, some, then.map(later)),
  ]
  return {
    ...now,
    rows: both(now.rows, before.rows),
    margins: both(now.margins, before.margins),
    total: now.total && { ...now.total, previous: before.total?.values ?? nothing },
  }
}

const placeOf = ({ by, breakdown, period }: Figure) =>
  JSON.stringify([by && [by.key], breakdown && [breakdown.key], period && [period.key]])

/** Of no value, also where a count of nothing would be 0: that time is not there. */
const unknown = ({ measures }: Plan): Figure['values'] => Object.fromEntries(measures.map(({ key }) => [key, null]))

const isAlone = ({ earlier }: Plan, { period }: Figure) => period?.key != null && earlier(period.key) === null

const besides = ({ earlier }: Plan, { period }: Figure): Pick<Figure, 'earlier'> =>
  period?.key == null ? {} : { earlier: earlier(period.key) }

/** Groups and periods that had something then and have nothing now. */
function onlyBefore(plan: Plan, now: readonly Figure[], before: readonly Figure[]): readonly Figure[] {
  const present = new Set(now.map(placeOf))
  const nothing = emptyFigure(plan, {}).values
  const own = new Set(periodsIn(plan.range, plan.grain, plan.account))
  const isOwn = ({ period }: Figure) => period?.key == null || own.has(period.key)
  const isKnown = ({ period }: Figure) => !atMoments(plan.report) || (period?.key ?? '') <= plan.today
  return before
    .filter((figure) => !present.has(placeOf(figure)))
    .map((figure) => ({
      ...figure,
      ...(isOwn(figure) ? besides(plan, figure) : { earlier: figure.period?.key ?? null }),
      values: isOwn(figure) && isKnown(figure) ? nothing : unknown(plan),
      previous: figure.values,
    }))
}

/** A figure of then at the period of now that it stands beside; where none is, it keeps its own. */
function laterIn(plan: Plan) {
  const periods = periodsIn(plan.range, plan.grain, plan.account)
  const later = new Map(periods.map((period) => [plan.earlier(period), period]))
  return (figure: Figure): Figure => {
    const key = figure.period?.key == null ? undefined : later.get(figure.period.key)
    return key === undefined ? figure : { ...figure, period: { key, label: periodLabel(plan, key) } }
  }
}
