import type { Moment } from '../../engine/index.ts'
import { Refusal } from '../../errors/index.ts'
import { isAsked } from '../../facts/index.ts'
import {
  type Column,
  filter,
  groupedBy,
  limited,
  measuring,
  oneOf,
  type Query,
  type Reached,
  reach,
  rewritten,
  withMargins,
} from '../../query/index.ts'
import type { Asking } from '../asking.ts'
import { type Plan, planOf } from '../plan.ts'
import { recordCount } from '../records/record-count.ts'
import { counted } from '../run.ts'
import { seenOf } from '../seen.ts'
import { similar } from './similar.ts'

/** Those of a moment that were found once, for all questions of it. */
const found = new WeakMap<Moment, Set<string>>()

/** Filtering by a value that no record has, a slip of the pen, would silently be a figure of nothing or of everything. */
export async function refuseUnknownValues(asking: Asking, plan: Plan): Promise<void> {
  for (const { field, is, values } of [...(plan.report.said ?? []), ...(plan.question.filters ?? [])]) {
    const reached = reach(plan.model, plan.entity, field.split('.'))
    if (!reached || !['any-of', 'none-of'].includes(is) || !['id', 'text'].includes(reached.field.kind)) continue
    const options = new Set(reached.field.options?.map(({ value }) => value))
    await refuseUnknown(
      asking,
      plan,
      reached,
      field,
      values.filter((value) => !options.has(value)),
    )
  }
}

async function refuseUnknown(asking: Asking, plan: Plan, of: Reached, field: string, values: readonly string[]) {
  const known = found.get(asking.moment) ?? new Set()
  found.set(asking.moment, known)
  const keyOf = (value: string) => JSON.stringify([asking.viewer.rights.key, of.entity.name, of.field.name, value])
  const open = values.filter((value) => !known.has(keyOf(value)))
  for (const value of await presentAmong(asking, plan, of, open)) known.add(keyOf(value))
  const value = values.find((each) => !known.has(keyOf(each)))
  if (value === undefined) return
  throw new Refusal('value-unknown', { field, value, similar: await meant(asking, plan, of, value) })
}

/** Ids of records that are referred to are known also when nothing refers to them. */
async function presentAmong(asking: Asking, plan: Plan, of: Reached, values: readonly string[]) {
  const present = await occurring(asking, await allOfField(asking, plan, of), of, values)
  const ref = Object.values(of.entity.refs).find(({ via }) => via === of.field.name && via !== 'id')
  const open = values.filter((value) => !present.includes(value))
  const id = ref && reach(plan.model, plan.model[ref.to.name] ?? ref.to, ['id'])
  return id ? [...present, ...(await occurring(asking, seenOf(asking, id.entity), id, open))] : present
}

/** All records of the kind that has the field, as far as the viewer sees them; of a fact that depends on the question, those of all time. */
async function allOfField(asking: Asking, plan: Plan, { entity }: Reached): Promise<Query> {
  if (!isAsked(entity)) return seenOf(asking, entity)
  const { tab, settings, pipeline } = plan.question
  const whole = planOf(asking, plan.whole, {
    range: 'all-time',
    ...(tab && { tab }),
    ...(settings && { settings }),
    ...(pipeline && { pipeline }),
  })
  return whole.scope(whole.range, whole.range)
}

async function meant(asking: Asking, plan: Plan, of: Reached, value: string): Promise<readonly string[]> {
  const options = of.field.options?.map((option) => option.value) ?? []
  return similar(value, [...options, ...(await occurring(asking, await allOfField(asking, plan, of), of, null))])
}

/** More than a list offers, and few enough to compare with. */
const most = 2000

const ownColumn = ({ field }: Reached): Column<'text'> => ({ op: 'column', path: [field.name], kind: 'text' })

/** Those of the values that records have; without any, the most frequent of all. */
async function occurring(asking: Asking, query: Query, of: Reached, among: readonly string[] | null) {
  if (among?.length === 0) return []
  const column = ownColumn(of)
  const { table } = await counted(
    asking,
    rewritten(
      among ? filter(oneOf(column, among))(query) : query,
      measuring([recordCount]),
      groupedBy({ name: 'by', key: column, label: column, order: null }),
      withMargins,
      limited({ group: 'by', most, by: recordCount.key, descending: true }),
    ),
  )
  return table.rows.flatMap(([key]) => (key === null || key === undefined ? [] : [String(key)]))
}
