import { noOthers, type Others } from '../../chart/index.ts'
import { type DayRange, filter, groupedBy, inGroups, measuring, not, rewritten } from '../../query/index.ts'
import type { Asking } from '../asking.ts'
import type { Plan } from '../plan.ts'
import { recordCount } from '../records/record-count.ts'
import { counted } from '../run.ts'
import type { NowAndBefore } from './now-and-before.ts'
import type { Limited } from './other.ts'

/** More than this are not looked at one by one to find out which are in both ranges. */
const mostCounted = 100_000

/** How many groups the row "Other" stands for, in the range and in the one that it is compared with. */
export async function countOthers(
  asking: Asking,
  plan: Plan,
  { now, before, listed }: NowAndBefore,
  name: Limited,
): Promise<Others> {
  const keys = listed[name]
  if (!keys) return noOthers
  if (!before) return { count: now.more[name], isAll: true }
  if (now.more[name] + before.more[name] > mostCounted)
    return { count: Math.max(now.more[name], before.more[name] - keys.length), isAll: false }
  const both = [plan.range, ...(plan.compareRange ? [plan.compareRange] : [])]
  const others = await Promise.all(both.map((range) => keysBesides(asking, plan, name, range, keys)))
  return { count: new Set(others.flat()).size, isAll: true }
}

async function keysBesides(
  asking: Asking,
  plan: Plan,
  name: Limited,
  range: DayRange,
  keys: readonly (string | null)[],
): Promise<readonly unknown[]> {
  const group = plan.groups.find((each) => each.name === name)
  if (!group) return []
  const query = rewritten(
    plan.scope(range, range),
    filter(not(inGroups(group, keys))),
    groupedBy({ ...group, label: group.key, order: null }),
    measuring([recordCount]),
  )
  return (await counted(asking, query)).table.rows.map(([key]) => key)
}
