import type { Value } from '../../engine/index.ts'
import type { Field } from '../../model/index.ts'
import { type Group, type GroupName, reach } from '../../query/index.ts'
import type { Say } from '../../words/index.ts'
import type { Plan } from '../plan.ts'
import { otherKey } from './other.ts'

/** What has no date that the calendar knows. */
export const noDate = ({ say }: Pick<Plan, 'say'>) => ({ key: null, label: say('No date') }) as const

/** A key as text with the words for it; missing values have a bucket of their own. */
export function labelOf(
  plan: Plan,
  group: Group,
  key: Value,
  label: Value,
): { readonly key: string | null; readonly label: string } {
  if (group.name === 'period') return key === null ? noDate(plan) : { key: String(key), label: String(label) }
  if (key === otherKey) return { key: otherKey, label: plan.say('Other') }
  if (key === null) return { key: null, label: missing(plan.say, group) }
  if (label === null) return { key: String(key), label: plan.say('Unknown ({{key}})', { key: String(key) }) }
  return { key: String(key), label: inWords(plan.say, fieldOf(plan, group), String(label)) }
}

function fieldOf(plan: Plan, { label }: Group): Field | null {
  const inner = label.op === 'call' ? label.args[0] : label
  return inner?.op === 'column' ? (reach(plan.model, plan.entity, inner.path)?.field ?? null) : null
}

function inWords(say: Say, field: Field | null, value: string): string {
  if (field?.kind === 'flag') return say(value === 'true' ? 'Yes' : 'No')
  return field?.options?.find((option) => option.value === value)?.label ?? value
}

function missing(say: Say, { key }: Group): string {
  const column = key.op === 'column' ? key.path.at(-1) : undefined
  if (column === 'owner_id') return say('Unassigned')
  return say(column === 'main_team_id' || column === 'team_id' ? 'No team' : '(No value)')
}

/** Where a key stands among options that have an order of their own. */
export function placeOf(plan: Plan, group: Group, key: Value): number | null {
  const field = fieldOf(plan, group)
  const place = field?.ordered ? field.options?.findIndex(({ value }) => value === key) : undefined
  return place === undefined || place < 0 ? null : place
}

/** Steps stand in the order in which they were chosen. */
export function chosenPlace({ report, question, by, breakdown }: Plan, name: GroupName, key: Value): number | null {
  const steps = report.settings.find((setting) => 'kind' in setting && setting.kind === 'stages')
  const value = steps && question.settings?.[steps.key]
  if (!value || (name === 'by' ? by : breakdown) !== 'stage') return null
  const place = value.split(',').indexOf(String(key))
  return place < 0 ? null : place
}
