import { Refusal } from '../../errors/index.ts'
import { filter, inGroup, measuring, rewritten } from '../../query/index.ts'
import type { Asking } from '../asking.ts'
import { otherKey } from '../figures/other.ts'
import type { Plan } from '../plan.ts'
import type { Cell } from '../question/question.ts'
import { counted } from '../run.ts'
import type { People } from '../shapes.ts'
import { recordCount } from './record-count.ts'

/** A group that the question does not have would silently be a figure of nothing. */
export async function refuseUnknownCell(asking: Asking, plan: Plan, cell: Cell): Promise<void> {
  for (const name of ['by', 'breakdown'] as const) {
    const key = cell[name]
    if (key === undefined || key === null || key === otherKey || isListed(plan, name, key)) continue
    if (!(await occurs(asking, plan, name, key))) throw new Refusal('cell-unknown', { part: `group '${key}'` })
  }
}

type Named = 'by' | 'breakdown'

/** Whoever is in the company may be opened, also when there is nothing to see. */
function isListed({ people, entity, by, breakdown }: Plan, name: Named, key: string): boolean {
  const path = (name === 'by' ? by : breakdown) ?? ''
  const step = path.split('.').at(-1) ?? ''
  const options = entity.fields[path]?.options ?? []
  return (roster(people)[step] ?? []).some(({ id }) => id === key) || options.some(({ value }) => value === key)
}

const roster = ({
  owners,
  teams,
  pipelines,
  stages,
}: People): Readonly<Record<string, readonly { readonly id: string }[]>> => ({
  owner: owners,
  team: teams,
  pipeline: pipelines,
  stage: stages,
})

/** Whether the group is among those of the question or of what it is compared with, counted or left out. */
async function occurs(asking: Asking, plan: Plan, name: Named, key: string): Promise<boolean> {
  const group = plan.groups.find((each) => each.name === name)
  if (!group) return false
  const ranges = [plan.range, ...(plan.compareRange ? [plan.compareRange] : [])]
  const counts = await Promise.all(
    ranges.map(async (range) => {
      const scope = { ...plan.scope(range, range), rules: [] }
      const query = rewritten(scope, filter(inGroup(group, key)), measuring([recordCount]))
      return Number((await counted(asking, query)).table.rows[0]?.[0] ?? 0)
    }),
  )
  return counts.some((count) => count > 0)
}
