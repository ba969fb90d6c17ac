import type { GroupName } from '../../query/index.ts'
import { atMoments, stepsOf } from '../../reports/index.ts'
import type { Plan } from '../plan.ts'
import type { Cell } from '../question/question.ts'
import type { Figures } from './figures.ts'

/** Whether what has these groups is one figure: it stands on one bar or step, or at one moment. */
function isOne({ report, by }: Plan, has: (group: GroupName) => boolean): boolean {
  const along = stepsOf(report)
  if (along !== null) return has(by === along ? 'by' : 'breakdown')
  return !atMoments(report) || has('period')
}

export const isOneFigure = (plan: Plan, cell: Cell): boolean =>
  cell.note !== undefined || isOne(plan, (name) => cell[name] !== undefined)

/** What is over several bars, steps or moments has its groups and no figures. */
export function withoutSums(plan: Plan, figures: Figures): Figures {
  const { margins, total } = figures
  const none = Object.fromEntries(plan.counted.map(({ key }) => [key, null]))
  const unsummed = <F extends Figures['margins'][number]>(figure: F): F =>
    isOne(plan, (name) => figure[name] !== null)
      ? figure
      : { ...figure, values: none, previous: figure.previous && none }
  return { ...figures, margins: margins.map(unsummed), total: total && unsummed(total) }
}
