import { periodsIn } from '../query/index.ts'
import type { Figure, Figures } from './figures.ts'
import { emptyFigure } from './fill.ts'
import type { Plan } from './plan.ts'

/** Puts the figures of the comparison range beside those of the range: the same group, and the same place in time. */
export function compared(plan: Plan, now: Figures, before: Figures): Figures {
  const place = placeIn(plan)
  const earlier = new Map([...before.rows, ...before.margins].map((figure) => [place(figure, 'before'), figure.values]))
  const nothing = emptyFigure(plan, {}).values
  const beside = (figure: Figure): Figure => ({ ...figure, previous: earlier.get(place(figure, 'now')) ?? nothing })
  return {
    ...now,
    rows: [...now.rows.map(beside), ...onlyBefore(plan, now.rows, before.rows)],
    margins: [...now.margins.map(beside), ...onlyBefore(plan, now.margins, before.margins)],
    total: now.total && { ...now.total, previous: before.total?.values ?? nothing },
  }
}

/** Groups that had something then and have nothing now. */
function onlyBefore(plan: Plan, now: readonly Figure[], before: readonly Figure[]): readonly Figure[] {
  if (plan.question.view === 'over-time') return []
  const key = ({ by, breakdown }: Figure) => JSON.stringify([by?.key, breakdown?.key])
  const present = new Set(now.map(key))
  return before
    .filter((figure) => !present.has(key(figure)))
    .map((figure) => ({ ...figure, values: emptyFigure(plan, {}).values, previous: figure.values }))
}

function placeIn(plan: Plan) {
  const index = (range: Plan['range'] | null) =>
    new Map((range ? periodsIn(range, plan.grain, plan.account) : []).map((period, at) => [period, at]))
  const at = { now: index(plan.range), before: index(plan.compareRange) }
  return ({ by, breakdown, period }: Figure, when: 'now' | 'before') =>
    JSON.stringify([by && [by.key], breakdown && [breakdown.key], period && (at[when].get(period.key ?? '') ?? null)])
}
