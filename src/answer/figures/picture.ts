import { othersLabel } from '../../chart/index.ts'
import type { Asking } from '../asking.ts'
import type { Plan } from '../plan.ts'
import type { Ran } from '../run.ts'
import type { ChartData } from '../shapes.ts'
import { chartData, drawnAlone } from './chart-data.ts'
import { compared } from './compare.ts'
import type { Figures } from './figures.ts'
import { filled } from './fill.ts'
import { look, type NowAndBefore } from './now-and-before.ts'
import { ordered } from './order.ts'
import { isOther, otherKey } from './other.ts'
import { runningOn } from './running.ts'

/** The figures of the range with all that was not there as nothing, those of then beside them, in their order. */
export function completed(plan: Plan, { now, before }: Pick<NowAndBefore, 'now' | 'before'>): Figures {
  const complete = runningOn(plan, filled(plan, now))
  return ordered(plan, before ? compared(plan, complete, completeBefore(plan, before)) : complete)
}

/** Then every period has its row too, which what runs on needs and what is compared is read by. */
function completeBefore(plan: Plan, before: Figures): Figures {
  if (plan.question.view !== 'over-time' || !plan.compareRange) return before
  return runningOn(plan, filled({ ...plan, range: plan.compareRange }, before))
}

interface Picture {
  readonly chart: ChartData
  /** What was asked for the others, where their figure cannot be made from those of its parts. */
  readonly ran: Ran | null
}

/** What is drawn of these figures. */
export async function pictureOf(asking: Asking, plan: Plan, figures: Figures, first: NowAndBefore): Promise<Picture> {
  const alone = drawnAlone(plan, figures)
  if (!alone) return { chart: chartData(plan, figures), ran: null }
  const { across, kept, others } = alone
  const { now, before, ran } = await look(asking, plan, { ...first.listed, [across]: kept })
  const { more } = figures
  const chart = chartData(plan, completed(plan, { now: { ...now, more }, before: before && { ...before, more } }))
  const count = others.length + more[across] - Number(others.includes(otherKey))
  const named = { label: othersLabel(plan.say, { count, isAll: true }), joins: [...others] }
  const series = chart.series.map((each) => (isOther(each) ? { ...each, ...named } : each))
  return { chart: { ...chart, series }, ran: ran.now }
}
