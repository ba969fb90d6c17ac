import type { GroupName } from '../../query/index.ts'
import type { Listed } from '../../reports/index.ts'
import type { Plan } from '../plan.ts'
import type { Cell } from '../question/question.ts'
import type { Figures } from './figures.ts'

/** Bars, steps and moments are no parts of a whole. */
export const hasTotal = ({ total, apart, moments }: Listed): boolean =>
  total !== false && apart === undefined && moments === undefined

/** Whether what has these groups is one figure: it stands on one bar or step, or at one moment. */
function isOne({ report: { apart, moments }, by }: Plan, has: (group: GroupName) => boolean): boolean {
  if (apart !== undefined && !has(by === apart ? 'by' : 'breakdown')) return false
  return moments === undefined || has('period')
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
