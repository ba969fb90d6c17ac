import type { Entity, Model } from '../../model/index.ts'
import { calendarFrom, calendarUntil, type DayRange, type Operator, reach } from '../../query/index.ts'
import type { Say } from '../../words/index.ts'
import type { Plan } from '../plan.ts'
import type { Condition } from '../question/question.ts'
import type { Answer } from '../shapes.ts'
import { settingInWords } from './setting-words.ts'

/** How each operator is said between a field and its values. */
export const saying: Readonly<Record<Operator, string>> = {
  'any-of': 'is',
  'none-of': 'is not',
  known: 'is known',
  unknown: 'is unknown',
  contains: 'contains',
  'greater-than': 'is more than',
  'less-than': 'is less than',
  between: 'is between',
  before: 'is before',
  after: 'is after',
  'in-last-days': 'was in the last days:',
  'in-next-days': 'is in the next days:',
}

/** What the figures are filtered by, as a reader would say it. */
export function chipsOf({ question, people, model, entity, report, say }: Plan): Answer['chips'] {
  const named = (ids: readonly string[] = [], among: readonly { readonly id: string; readonly name: string }[]) =>
    ids.map((id) => among.find((each) => each.id === id)?.name ?? id).join(', ')
  const pipeline = people.pipelines.find(({ id }) => id === question.pipeline)?.label ?? question.pipeline
  return [
    ...(question.reps?.length
      ? [{ key: 'reps', label: `${say('Reps')}: ${named(question.reps, people.owners)}` }]
      : []),
    ...(question.teams?.length
      ? [{ key: 'teams', label: `${say('Teams')}: ${named(question.teams, people.teams)}` }]
      : []),
    ...(pipeline ? [{ key: 'pipeline', label: `${say('Pipeline')}: ${pipeline}` }] : []),
    ...(report.where ? [{ key: 'where', label: report.where.words }] : []),
    ...(question.filters ?? []).map((each, index) => ({
      key: `filters.${index}`,
      label: saidInWords(say, model, entity, each),
    })),
    ...report.settings.flatMap((setting) => {
      const said = settingInWords(say, setting, question.settings?.[setting.key], people)
      return said ? [{ key: `settings.${setting.key}`, label: `${setting.label}: ${said}` }] : []
    }),
  ]
}

/** `Amount is more than 1000`. */
export function saidInWords(
  say: Say,
  model: Model,
  entity: Entity,
  { field, is, values }: Pick<Condition, 'field' | 'is' | 'values'>,
): string {
  const found = reach(model, entity, field.split('.'))?.field
  const shown = values.map((value) => found?.options?.find((option) => option.value === value)?.label ?? value)
  const joined = shown.join(` ${say(is === 'between' ? 'and' : 'or')} `)
  return `${labelled(say, field, found?.label)} ${say(saying[is])} ${joined}`.trim()
}

/** `owner.team.name` with the field label `Name` reads `Owner team name`, and `deal.type` with `Deal type` as that. */
export function labelled(say: Say, path: string, label = path): string {
  const steps = path.split('.').slice(0, -1)
  const base = steps.join(' ')
  if (base === '') return label
  const spoken = steps.map((step) => say(sentence(step.replaceAll('_', ' '))))
  if (say.language !== 'en')
    return [...spoken, label].filter((each, at, all) => each !== '' && each !== all[at - 1]).join(' › ')
  const said = base.replaceAll('_', ' ')
  const own = label.toLowerCase()
  if (own.startsWith(`${said} `)) return label
  return said.endsWith(own) ? sentence(said) : sentence(`${said} ${own}`)
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Days as `until` not included are read with the last day included. */
export function daysOf(say: Say, { from, until }: DayRange): Answer['range'] {
  if (from === calendarFrom && until === calendarUntil) return { from: null, until: null, label: say('All time') }
  const last = until && Temporal.PlainDate.from(until).subtract({ days: 1 }).toString()
  return { from, until, label: from === last ? String(from) : `${from} – ${last}` }
}

export function definitionOf(plan: Plan): string {
  const chips = chipsOf(plan).map(({ label }) => label)
  return chips.length === 0
    ? plan.report.doc.counts
    : `${plan.report.doc.counts} ${plan.say('Only: {{filters}}.', { filters: chips.join('; ') })}`
}
