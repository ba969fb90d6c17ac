import { Refusal } from '../../errors/index.ts'
import type { Entity, Ground, Model, RowGround } from '../../model/index.ts'
import {
  always,
  and,
  type Column,
  type Condition,
  drill,
  eq,
  type Group,
  known,
  leftOut,
  type Measure,
  not,
  or,
  type Query,
  type Rows,
  type Rule,
  reach,
  rowsOf,
} from '../../query/index.ts'
import { atMoments, type Listed } from '../../reports/index.ts'
import type { Say } from '../../words/index.ts'
import { columnsIn } from '../page/uses.ts'
import type { Plan } from '../plan.ts'
import type { Settled } from '../question/settle.ts'
import type { Answer } from '../shapes.ts'

/** What some of the records of an answer rest on, with the count of them. */
export interface Resting {
  readonly ground: Ground
  readonly measure: Measure
  /** Among the records of the figures, among those that a rule leaves out, or among those without a date, over all time. */
  readonly among: 'figures' | 'undated' | Rule
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
  const isKept = ({ on }: Mark) => !settled.rules.some(({ ground }) => ground === on)
  const within = [...Map.groupBy(marked.filter(isKept), ({ on }) => on)].map(([ground, marks]) => ({
    ground,
    measure: counting(
      columnOf(ground),
      or(...marks.map(({ where }) => where)),
      measures,
      sayingOf(say, ground, settled.question.settings?.known),
    ),
    among: 'figures' as const,
  }))
  return [...within, ...leftOutFor(say, settled), ...undated(say, report, model, entity, settled)]
}

type Saying = Pick<Measure, 'label' | 'doc'>

function sayingOf(say: Say, ground: RowGround, known?: string): Saying {
  switch (ground) {
    case 'inferred-history':
      return {
        label: say('Inferred history'),
        doc: say('No log tells all of their changes; the rest is concluded from lists and dates.'),
      }
    case 'hindsight':
      return {
        label: say('Known only later'),
        doc: say(
          known === 'today'
            ? 'What they were at that time was learned afterwards, and is shown as if it had been known.'
            : 'What they were at that time was learned afterwards, and is left open.',
        ),
      }
    case 'missing-rate':
      return {
        label: say('No exchange rate'),
        doc: say('Their amount is in a currency without a rate, so they count without it.'),
      }
  }
}

const leftOutFor = (say: Say, settled: Settled): readonly Resting[] =>
  settled.rules.flatMap((among) => {
    const { ground, otherwise } = among
    if (!ground || ground === 'missing-date') return []
    const said = {
      label: sayingOf(say, ground).label,
      doc: say('{{reason}}: they are left out.', { reason: otherwise }),
    }
    return [{ ground, measure: counting(`left out, ${columnOf(ground)}`, always, settled.measures, said), among }]
  })

/** The end of a period is never missing. */
function undated(say: Say, report: Listed, model: Model, entity: Entity, { measures, question }: Settled) {
  const { date } = report
  if (!date || atMoments(report)) return []
  const label = reach(model, entity, date.path)?.field.label ?? 'date'
  const doc = say(
    question.range === 'all-time'
      ? 'They count in the total, and in no period.'
      : 'They are in no range of days, so they count over all time only.',
  )
  const said = { label: say('No {{date}}', { date: label.toLowerCase() }), doc }
  const ground: Ground = 'missing-date'
  return [{ ground, measure: counting(columnOf(ground), always, measures, said), among: 'undated' as const }]
}

/** Beside the grounds: of how many records. */
export const groundMeasures = (grounds: readonly Resting[], { measures }: Settled): readonly Measure[] => {
  const within = grounds.filter(({ among }) => among === 'figures').map(({ measure }) => measure)
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
    if (!rests || (rests.by && !rests.by.some((column) => isUsed(column, used)))) return []
    const flag: Column<'flag'> = { op: 'column', path: [name], kind: 'flag' }
    return [{ on: rests.on, where: eq(flag, true) }]
  })

const isUsed = (column: string, used: readonly string[]) =>
  used.some((path) => path === column || path.startsWith(`${column}.`))

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

/** The records that a note counts, of all that `query` asks; `undated` is the same question of those without a date. */
export function restingRows(
  { among, measure }: Resting,
  query: Query,
  undated: Query | null,
  cell: readonly Condition[],
): Rows {
  if (among === 'figures' || (among === 'undated' && !undated)) return drill(query, cell, measure)
  if (among === 'undated') return drill(undated ?? query, cell, measure)
  const { where, ...rows } = leftOut(query, cell, among)
  return { ...rows, where: [...where, rowsOf(measure.value)] }
}

/** What a reader should know, where there is any such record. */
export const restsOn = (
  { grounds, entity, say }: Pick<Plan, 'grounds' | 'entity' | 'say'>,
  resting: Readonly<Record<string, number>>,
): Answer['restsOn'] =>
  grounds.flatMap(({ ground, measure, among }) => {
    const count = resting[measure.key] ?? 0
    const isApart = among !== 'figures'
    const records = isApart && count === 1 ? entity.label.toLowerCase() : entity.plural
    const many = isApart
      ? `${say.number(count)} ${records}`
      : say('{{some}} of {{all}} {{records}}', { some: say.number(count), all: say.number(resting[all] ?? 0), records })
    const note = `${measure.label}: ${many}. ${measure.doc}`
    return count === 0 ? [] : [{ key: ground, label: measure.label, note, count }]
  })
