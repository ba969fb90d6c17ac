import { Refusal } from '../errors/index.ts'
import { takesRange } from '../facts/index.ts'
import type { Entity } from '../model/index.ts'
import {
  type Column,
  type Condition,
  columnAt,
  conditionOf,
  idColumn,
  not,
  oneOf,
  or,
  reach,
  type Said,
  whoseOf,
} from '../query/index.ts'
import type { Listed } from '../reports/index.ts'
import type { Asking } from './asking.ts'
import { clockOf } from './clock.ts'
import type { Condition as Asked, Question } from './question/question.ts'
import type { People } from './shapes.ts'
import { entityFor, modelFor } from './wording/reader.ts'

/** The column that says in which pipeline a record is; null where the kind of record has none. */
const pipelineOf = ({ refs }: Entity): Column<'id'> | null => (refs.pipeline ? idColumn(refs.pipeline.via) : null)

/** What the reader narrowed the report to, besides the dates. */
export function scopeOf(asking: Asking, report: Listed, question: Question, people: People): readonly Condition[] {
  const pipeline = pipelineOf(report.from)
  const { reps = [], teams = [], filters = [] } = question
  if (!report.from.refs.owner && reps.length + teams.length > 0)
    throw new Refusal('choice-not-offered', { choice: 'owner', report: report.title })
  if (!pipeline && question.pipeline)
    throw new Refusal('choice-not-offered', { choice: 'pipeline', report: report.title })
  if (!report.date && !takesRange(report.from) && question.range !== 'all-time')
    throw new Refusal('choice-not-offered', { choice: 'date range', report: report.title })
  return [
    ...(reps.length + teams.length > 0 ? [ofSome(report.from, reps, withChildren(teams, people))] : []),
    ...(pipeline && question.pipeline ? [oneOf(pipeline, [question.pipeline])] : []),
    ...(report.where ? [report.where.condition] : []),
    ...filters.map((filter) => whereItIsAbout(report, filter, filterOf(asking, report, filter))),
  ]
}

/** What counts for some of these people or teams, as rights have it. */
function ofSome(entity: Entity, reps: readonly string[], among: readonly string[]): Condition {
  const { owner, teams } = whoseOf(entity)
  return or(...(owner ? [oneOf(owner, reps)] : []), ...teams.map((team) => oneOf(team, among)))
}

/** A filter on goals leaves deals alone, and one on deals goals. */
function whereItIsAbout({ about = [] }: Listed, { field }: Asked, condition: Condition): Condition {
  const [first = field] = field.split('.')
  const part = about.find(({ fields }) => fields.includes(first))
  return part ? or(condition, not(part.rows)) : condition
}

/** Choosing a team chooses those below it; a circle of teams ends. */
export function withChildren(teams: readonly string[], people: People): readonly string[] {
  const all = new Set(teams)
  for (const team of all) {
    for (const { id, parentId } of people.teams) if (parentId === team) all.add(id)
  }
  return [...all]
}

function filterOf(asking: Asking, report: Listed, { field, is, values }: Asked): Condition {
  const entity = entityFor(asking, report)
  const reached = reach(modelFor(asking), entity, field.split('.'))
  if (!reached) throw new Refusal('field-unknown', { field, report: report.title })
  const said: Said = { of: columnAt(reached), is, values }
  const condition = conditionOf(said, clockOf(asking))
  if (!('unreadable' in condition)) return condition
  const value = condition.unreadable === 'value' ? condition.value : values.join(', ')
  throw new Refusal('filter-unreadable', { field, is, value, needs: needs[condition.unreadable] })
}

const needs = {
  operator: 'that operator is not for a field of this kind',
  value: 'the value is not of the kind of the field (days are written 2024-01-31, numbers with a point)',
  count: 'it has too many or too few values',
} as const
