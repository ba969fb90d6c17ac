import type { Asking } from '../asking.ts'
import type { Plan } from '../plan.ts'
import { counted, type Ran } from '../run.ts'
import { countOthers } from './count-others.ts'
import { type Figures, figuresOf } from './figures.ts'
import { type Listed, listedIn, listsAll, otherNamed } from './other.ts'

/** The figures of the range and of the one it is compared with, and the statements that made them. */
export interface NowAndBefore {
  readonly now: Figures
  readonly before: Figures | null
  readonly ran: { readonly now: Ran; readonly before: Ran | null }
  readonly listed: Listed
}

/** A second look only where there are more groups than are listed: at the same groups in both ranges, and at the others as one. */
export async function nowAndBefore(asking: Asking, plan: Plan, known: NowAndBefore | null): Promise<NowAndBefore> {
  const first = known ?? (await largestGroups(asking, plan))
  return listsAll(first.listed) ? first : gathered(asking, plan, first)
}

export async function largestGroups(asking: Asking, plan: Plan): Promise<NowAndBefore> {
  const looked = await look(asking, plan, {})
  return { ...looked, listed: listedIn(looked.now, looked.before) }
}

async function gathered(asking: Asking, plan: Plan, first: NowAndBefore): Promise<NowAndBefore> {
  const [by, breakdown] = await Promise.all([
    countOthers(asking, plan, first, 'by'),
    countOthers(asking, plan, first, 'breakdown'),
  ])
  const named = (figures: Figures): Figures => otherNamed(plan.say, figures, { by, breakdown })
  const { now, before, ran } = await look(asking, plan, first.listed)
  return { now: named(now), before: before && named(before), ran, listed: first.listed }
}

/** The figures of both ranges, where these groups have a row of their own and all others one. */
export async function look(asking: Asking, plan: Plan, listed: Listed): Promise<Omit<NowAndBefore, 'listed'>> {
  const { range, compareRange } = plan
  const [now, before] = await Promise.all([
    counted(asking, plan.over(range, listed)),
    compareRange && counted(asking, plan.over(compareRange, listed)),
  ])
  return { now: figuresOf(plan, now.table), before: before && figuresOf(plan, before.table), ran: { now, before } }
}
