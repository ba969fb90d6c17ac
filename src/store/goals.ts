import { randomUUID } from 'node:crypto'
import { type Goal, type GoalTerms, goalOf } from '../answer/index.ts'
import { Refusal } from '../errors/index.ts'
import type { LandedRow } from '../landing/index.ts'
import { checkHeld } from './holder.ts'
import { type Keeping, self } from './keeping.ts'

type Fields = Readonly<Record<string, string | number | null>>

const changeColumns = ['id', 'entity', 'record_id', 'property', 'value', 'changed_at', 'rank', 'changed_by', 'origin']

/** Makes a goal or changes it; what is as it was is not written. */
export async function putGoal(keeping: Keeping, id: string, terms: GoalTerms): Promise<void> {
  checkPlans(keeping)
  await checkHeld(keeping.asking, terms)
  const [before, after] = [await fieldsBefore(keeping, id), fieldsOf(terms)]
  const changed = Object.entries(after).filter(([name, value]) => (before?.[name] ?? null) !== value)
  if (changed.length === 0) return
  const row = { id, ...after }
  await keeping.landing.land(self, async (batch) => {
    await batch.write('goal', Object.keys(row), [row])
    await batch.write('property_change', changeColumns, linesOf(keeping, id, changed))
  })
}

/** The goal as it was. */
export async function removeGoal(keeping: Keeping, id: string): Promise<Goal> {
  checkPlans(keeping)
  const goal = await goalOf(keeping.asking, id)
  if (!goal) throw new Refusal('goal-unknown', { id })
  await keeping.landing.land(self, async (batch) => {
    await batch.write('goal', ['id', '_deleted'], [{ id, _deleted: 'true' }])
    await batch.write('property_change', changeColumns, linesOf(keeping, id, [['removed', 'true']]))
  })
  return goal
}

/** Goals are set by those who see the whole company. */
function checkPlans({ asking }: Keeping): void {
  if (asking.viewer.sees !== 'everything') throw new Refusal('goals-not-yours', {})
}

async function fieldsBefore({ asking }: Keeping, id: string): Promise<Fields | null> {
  const goal = await goalOf(asking, id)
  return goal ? { ...fieldsOf(goal), metric: goal.metric ?? 'REVENUE' } : null
}

type Terms = { readonly [Name in keyof GoalTerms]: GoalTerms[Name] | null }

const fieldsOf = ({ name, ownerId, teamId, pipelineId, startsOn, endsOn, amount }: Terms): Fields => ({
  name,
  owner_id: ownerId,
  team_id: teamId,
  pipeline_id: pipelineId,
  starts_on: startsOn,
  ends_on: endsOn,
  amount,
  metric: 'REVENUE',
})

const linesOf = (
  { asking, landing }: Keeping,
  id: string,
  changed: readonly (readonly [string, string | number | null])[],
) => {
  const changedAt = landing.time()
  return changed.map(
    ([property, value], rank): LandedRow => ({
      id: randomUUID(),
      entity: 'goal',
      record_id: id,
      property,
      value: value === null ? null : String(value),
      changed_at: changedAt,
      rank,
      changed_by: asking.viewer.id,
      origin: self,
    }),
  )
}
