import { type Entity, type Field, lifecycleStages, type Model, type Ref } from '../../model/index.ts'
import { kinds, operatorsFor, reach } from '../../query/index.ts'
import { awaitedFor, type Listed, type Setting, tabOf } from '../../reports/index.ts'
import type { Say } from '../../words/index.ts'
import type { Asking } from '../asking.ts'
import type { ReportDocument } from '../document/schema.ts'
import { measureShape } from '../figures/measure-shape.ts'
import { planOf } from '../plan.ts'
import { pipelineObjectOf, withOwnPipelines } from '../question/own-pipelines.ts'
import { chartTypes, type Question } from '../question/question.ts'
import { settle } from '../question/settle.ts'
import { byDateOf, viewsOf } from '../question/views.ts'
import type { DocumentPage, FieldShape, ReportPage, ReportSummary } from '../shapes.ts'
import { asked } from '../subject.ts'
import { entityFor, modelFor, reportFor, reportsFor, sayTo } from '../wording/reader.ts'
import { labelled } from '../wording/words.ts'
import { exampleOf } from './example-shape.ts'
import { peopleOf } from './people.ts'
import { usesOf } from './uses.ts'

const summary = ({ id, collection, topic, title, question, doc, measures }: Listed): ReportSummary => ({
  id,
  collection,
  topic,
  title,
  question,
  about: [doc.counts, doc.reading, ...measures.map(({ label }) => label)].join(' '),
})

export const reportList = async (reader: Pick<Asking, 'language'> = {}): Promise<readonly ReportSummary[]> =>
  (await reportsFor(reader)).map(summary)

/** What a report is, what it offers, and what an empty question to it means. */
export async function reportPage(asking: Asking, id: string, key?: string): Promise<ReportPage> {
  const listed = await reportFor(asking, id)
  return {
    ...pageOf(asking, listed, key === undefined ? {} : { tab: key }),
    example: exampleOf(tabOf(listed, key).example),
  }
}

/** The same of a document; an example by hand has only a report of ours. */
export async function documentPage(asking: Asking, document: ReportDocument): Promise<DocumentPage> {
  const { report, question } = await asked(asking, document, {})
  return pageOf(asking, report, question)
}

function pageOf(asking: Asking, listed: Listed, question: Question): DocumentPage {
  const report = tabOf(listed, question.tab)
  const entity = entityFor(asking, report)
  const fields = fieldsOf(modelFor(asking), entity)
  const say = sayTo(asking)
  const empty = awaitedFor(report)
  return {
    ...summary(report),
    entity: { name: entity.name, label: entity.label, plural: entity.plural },
    dateLabel: dateLabelOf(say, modelFor(asking), report),
    doc: { ...report.doc, doubts: [...report.doc.doubts] },
    ...(empty === null ? {} : { empty }),
    uses: usesOf(asking, planOf(asking, listed, question)),
    tabs: listed.tabs.map(({ key, label }) => ({ key, label })),
    views: [...viewsOf(report)],
    measures: report.measures.map(measureShape),
    dimensions: [...dimensionsOf(say, entity, fields), ...byDate(report, fields)],
    byDate: byDateOf(report),
    filters: fields.map((field) => fieldShape(say, field)),
    chartTypes: [...chartTypes],
    hasPipeline: entity.refs.pipeline !== undefined,
    pipelinesOf: pipelineObjectOf(entity),
    hasOwner: entity.refs.owner !== undefined,
    settings: report.settings.map(settingShape),
    defaults: settle(asking, report, chosenIn(question), withOwnPipelines(peopleOf(asking), pipelineObjectOf(entity)))
      .question,
  }
}

/** A tab is no choice in itself. */
const chosenIn = ({ tab: _, ...question }: Question): Question => question

/** What the date range is about, in a word. */
export function dateLabelOf(say: Say, model: Model, { date, from }: Listed): string {
  const reached = date && reach(model, model[from.name] ?? from, date.path)
  return reached?.field.label ?? say('Date range')
}

const settingShape = (setting: Setting): ReportPage['settings'][number] => ({
  key: setting.key,
  label: setting.label,
  doc: setting.doc,
  kind: 'options' in setting ? 'choice' : setting.kind,
  optional: 'optional' in setting && setting.optional,
  usual: 'usual' in setting ? (setting.usual ?? '') : '',
  options: optionsOf(setting),
})

/** The stages of a pipeline are not known here: they are among the people and pipelines. */
function optionsOf(setting: Setting): ReportPage['settings'][number]['options'] {
  if ('options' in setting) return setting.options.map(({ value, label }) => ({ value, label }))
  return setting.kind === 'lifecycle' ? [...lifecycleStages] : []
}

function byDate(report: Listed, fields: readonly Offered[]): ReportPage['dimensions'] {
  const found = fields.find(({ path }) => path === byDateOf(report))
  return found ? [{ path: found.path, label: found.field.label }] : []
}

interface Offered {
  readonly path: string
  readonly field: Field
}

const steps = 2

/** Own fields first, then those of the records it refers to. A reference by the record's own id is the record itself: no step. */
function fieldsOf(model: Model, entity: Entity, base = '', left = steps): readonly Offered[] {
  const own = Object.values(entity.fields)
    .filter(({ hidden, name }) => !hidden && !(base !== '' && name === 'id'))
    .map((field) => ({ path: base + field.name, field }))
  if (left === 1) return own
  const others = Object.entries(entity.refs).flatMap(([name, ref]) =>
    fieldsOf(model, model[ref.to.name] ?? ref.to, `${base}${name}.`, ref.via === 'id' ? left : left - 1).filter(
      ({ path }) => ref.via !== 'id' || !isOwn(entity, path.slice(base.length + name.length + 1)),
    ),
  )
  return [...own, ...others]
}

/** What a fact has of its record is not offered once more as the record’s. */
const isOwn = ({ fields, refs }: Entity, path: string): boolean =>
  Object.hasOwn(fields, path) || Object.hasOwn(refs, path.split('.')[0] ?? '')

const fieldShape = (say: Say, { path, field }: Offered): FieldShape => ({
  path,
  label: labelled(say, path.replace(/^activity\./, ''), field.label),
  kind: field.kind,
  options: field.options ? field.options.map(({ value, label }) => ({ value, label })) : null,
  custom: field.custom === true,
  operators: [...operatorsFor(field.kind)],
})

function dimensionsOf(say: Say, { refs }: Entity, fields: readonly Offered[]): ReportPage['dimensions'] {
  const isTitle = (path: string) => Object.entries(refs).some(([name, { to }]) => path === `${name}.${to.title}`)
  const relations = Object.entries(refs)
    .filter(([, ref]: readonly [string, Ref]) => ref.via !== 'id')
    .map(([path, ref]) => ({ path, label: ref.label }))
  const team = refs.owner || refs.team ? [{ path: 'team', label: refs.team?.label ?? 'Team' }] : []
  const values = fields
    .filter(({ path, field }) => kinds[field.kind].groups && field.name !== 'name' && !isTitle(path))
    .map(({ path, field }) => ({ path, label: fieldShape(say, { path, field }).label }))
  const owner = relations.filter(({ path }) => path === 'owner')
  return [...owner, ...team, ...relations.filter(({ path }) => path !== 'owner' && path !== 'team'), ...values]
}
