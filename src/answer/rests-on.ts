import { Refusal } from '../errors/index.ts'
import type { Entity, Ground, Model, RowGround } from '../model/index.ts'
import {
  always,
  and,
  type Column,
  type Condition,
  eq,
  type Group,
  known,
  type Measure,
  not,
  or,
  reach,
  rowsOf,
} from '../query/index.ts'
import type { Listed } from '../reports/index.ts'
import type { Say } from '../words/index.ts'
import type { Plan } from './plan.ts'
import type { Settled } from './settle.ts'
import type { Answer } from './shapes.ts'
import { columnsIn } from './uses.ts'

/** What some of the records of an answer rest on, with the count of them. */
export interface Resting {
  readonly ground: Ground
  readonly measure: Measure
  /** Records without a date are in no range of days, so they are counted over all time. */
  readonly undated: boolean
}

const columnOf = (ground: string) => `rests on ${ground}`
const all = 'all records'

/** Read off the columns that a report uses: nobody keeps a list. */
export function groundsOf(
  say: Say,
  report: Listed,
  model: Model,
  entity: Entity,
  settled: Settled,
  groups: readonly Group[],
): readonly Resting[] {
  const { measures } = settled
  const marked = [...marksOf(entity, columnsIn([measures, groups])), ...unconverted(model, entity, columnsIn(measures))]
  const within = [...Map.groupBy(marked, ({ on }) => on)].map(([ground, marks]) => ({
    ground,
    measure: counting(columnOf(ground), or(...marks.map(({ where }) => where)), measures, sayingOf(say, ground)),
    undated: false,
  }))
  return [...within, ...undated(say, report, model, entity, settled)]
}

type Saying = Pick<Measure, 'label' | 'doc'>

function sayingOf(say: Say, ground: RowGround): Saying {
  switch (ground) {
    case 'inferred-history':
      return {
        label: say('Inferred history'),
        doc: say('No log tells all of their changes; the rest is concluded from lists and dates.'),
      }
    case 'hindsight-amount':
      return {
        label: say('Amount known only later'),
        doc: say('What they were worth at that time was learned afterwards.'),
      }
    case 'missing-rate':
      return {
        label: say('No exchange rate'),
        doc: say('Their amount is in a currency without a rate, so they count without it.'),
      }
  }
}

/** The end of a period is never missing. */
function undated(say: Say, { date, moments }: Listed, model: Model, entity: Entity, { measures, question }: Settled) {
  if (!date || moments) return []
  const label = reach(model, entity, date.path)?.field.label ?? 'date'
  const doc = say(
    question.range === 'all-time'
      ? 'They count in the total, and in no period.'
      : 'They are in no range of days, so they count over all time only.',
  )
  const said = { label: say('No {{date}}', { date: label.toLowerCase() }), doc }
  const ground: Ground = 'missing-date'
  return [{ ground, measure: counting(columnOf(ground), always, measures, said), undated: true }]
}

/** Beside the grounds: of how many records. */
export const groundMeasures = (grounds: readonly Resting[], { measures }: Settled): readonly Measure[] => {
  const within = grounds.filter(({ undated }) => !undated).map(({ measure }) => measure)
  return within.length === 0 ? [] : [...within, counting(all, always, measures, { label: 'Records', doc: '' })]
}

/** Of the records that make any figure; a row that stands for several says for how many. */
function counting(key: string, rows: Condition, measures: readonly Measure[], said: Saying): Measure {
  const each = measures.flatMap(({ value }) => (value.fn === 'count' && value.each ? [value.each] : []))[0]
  const where = and(or(...measures.map(({ value }) => rowsOf(value))), rows)
  const value = { fn: 'count', where, ...(each && { each }) } as const
  return { key, kind: 'number', better: null, value, ...said }
}

interface Mark {
  readonly on: RowGround
  readonly where: Condition
}

/** What the rows say of themselves. */
const marksOf = ({ fields }: Entity, used: readonly string[]): readonly Mark[] =>
  Object.values(fields).flatMap(({ name, rests }) => {
    if (!rests || (rests.by && !rests.by.some((column) => used.includes(column)))) return []
    const flag: Column<'flag'> = { op: 'column', path: [name], kind: 'flag' }
    return [{ on: rests.on, where: eq(flag, true) }]
  })

/** Money that is there, and has no rate to be converted with. */
const unconverted = (model: Model, entity: Entity, used: readonly string[]): readonly Mark[] =>
  used.flatMap((path) => {
    const steps = path.split('.')
    const reached = reach(model, entity, steps)
    if (!reached?.field.homeOf) return []
    const at = (name: string): Column<'money'> => ({ op: 'column', path: [...steps.slice(0, -1), name], kind: 'money' })
    return [{ on: 'missing-rate', where: and(known(at(reached.field.homeOf)), not(known(at(reached.field.name)))) }]
  })

export const groundColumns = ({ grounds }: Pick<Plan, 'grounds'>): readonly string[] => [
  ...grounds.map(({ measure }) => measure.key),
  all,
]

export function restingNamed({ grounds }: Pick<Plan, 'grounds'>, note: string): Resting {
  const found = grounds.find(({ ground }) => ground === note)
  if (!found) throw new Refusal('cell-unknown', { part: `note '${note}'` })
  return found
}

/** What a reader should know, where there is any such record. */
export const restsOn = (
  { grounds, entity, say }: Pick<Plan, 'grounds' | 'entity' | 'say'>,
  resting: Readonly<Record<string, number>>,
): Answer['restsOn'] =>
  grounds.flatMap(({ ground, measure, undated }) => {
    const count = resting[measure.key] ?? 0
    const records = undated && count === 1 ? entity.label.toLowerCase() : entity.plural
    const many = undated
      ? `${say.number(count)} ${records}`
      : say('{{some}} of {{all}} {{records}}', { some: say.number(count), all: say.number(resting[all] ?? 0), records })
    const note = `${measure.label}: ${many}. ${measure.doc}`
    return count === 0 ? [] : [{ key: ground, label: measure.label, note, count }]
  })
