import { isAsked, takesRange } from '../../facts/index.ts'
import type { Entity, Model } from '../../model/index.ts'
import type { Column, Expr, Measure, Rule } from '../../query/index.ts'
import type { ChoiceOption, Example, Listed, Scope, Setting } from '../../reports/index.ts'
import type { Say } from '../../words/index.ts'
import type { Asking } from '../asking.ts'
import { clockOf } from '../clock.ts'
import { reportIn } from '../wording/in-words.ts'
import { modelFor, sayTo } from '../wording/reader.ts'
import { aboutOf } from './about.ts'
import type { ConditionShape } from './expression-shape.ts'
import { columnOf, conditionIn, exprOf, type Ground } from './expressions.ts'
import { measureInWords, saidInDocument, shapeInWords } from './in-words.ts'
import type { OptionShape, ReportDocument } from './schema.ts'
import { measuresOf } from './values-of-many.ts'
import { type At, once, wrong } from './wrong.ts'

/** A document as the reports of ours are: all that answers, draws, opens and explains them does so for it. */
export function listedOf(asking: Asking, document: ReportDocument): Listed {
  const of = groundOf(asking, document)
  const { tab } = document
  const report: Listed = {
    id: document.id ?? ownId,
    collection: '',
    topic: '',
    title: document.title,
    question: document.question,
    ...selectionOf(sayTo(asking), of, document),
    doc: document.about ?? noDoc,
    tabs: [],
  }
  const told = { ...reportIn(sayOurs(asking), report), from: of.entity }
  const explained = document.about ? told : { ...told, doc: aboutOf(sayTo(asking), of, document, told.measures) }
  return tab ? { ...explained, tabs: [{ ...explained, ...tab, label: sayOurs(asking)(tab.label) }] } : explained
}

/** Words of ours in the language of who asks; what a reader wrote with signs of a sentence to fill in stays as it is. */
function sayOurs(asking: Asking): Say {
  const say = sayTo(asking)
  const plain = (text: string) => (/\{\{|\$t\(/.test(text) ? text : say(text))
  return Object.assign(plain, { language: say.language, number: say.number })
}

/** What an answer calls a report that nobody has given a name in addresses. */
const ownId = 'own'

const noDoc = { counts: '', leavesOut: '', reading: '', doubts: [] }
/** Worked by hand there are only those of ours. */
const noExample: Example = { story: '', today: '', question: {}, given: {}, expected: { columns: [], rows: [] } }

function groundOf(asking: Asking, { counts }: ReportDocument): Ground {
  const model = modelFor(asking)
  return { model, entity: entityNamed(model, counts), clock: clockOf(asking) }
}

function entityNamed(model: Model, name: string): Entity {
  const counted = Object.keys(model).filter((each) => model[each]?.rights !== 'none')
  const entity = counted.includes(name) ? model[name] : undefined
  if (!entity) throw wrong('counts', `there is nothing called '${name}'; there are ${counted.sort().join(', ')}`)
  return entity
}

type Selection = Omit<Listed, 'id' | 'collection' | 'topic' | 'title' | 'question' | 'doc' | 'tabs'>

function selectionOf(say: Say, of: Ground, document: ReportDocument): Selection {
  const { date, range, by, breakdown, presentation, onePipeline, list, newest, where } = document
  const measures = measuresOf(of, document.measures).map(({ doc, ...measure }, index) => ({
    ...measure,
    doc: doc ?? explained(say, of, document, index),
  }))
  for (const [index, path] of (list ?? []).entries()) columnOf(of, path, `list[${index}]`)
  return {
    from: of.entity,
    date: date === null ? undatedOver(of, range) : dayAt(of, date),
    range,
    by,
    breakdown: breakdown === 'none' ? null : breakdown,
    rules: rulesOf(of, document.rules, 'rules'),
    measures,
    settings: once(
      document.settings,
      ({ key }) => key,
      (index) => `settings[${index}].key`,
    ).map((setting, index) => settingOf(of, setting, `settings[${index}]`)),
    chart: chartOf(document, measures),
    presentation,
    said: saidInDocument(document),
    example: noExample,
    ...(onePipeline && { onePipeline }),
    ...(list && { list }),
    ...(newest && { newest: instantAt(of, newest) }),
    ...(where !== undefined && { where: scopeIn(say, of, where) }),
    ...(document.partly && { about: partsOf(of, document.partly) }),
  }
}

/** Without a date the range would be ignored, unless the fact is made for it. */
function undatedOver({ entity }: Ground, range: string): null {
  if (takesRange(entity) || range === 'all-time') return null
  throw wrong('date', `nothing says which ${entity.plural} are in ${range}; name a day, or make the range all-time`)
}

function explained(say: Say, of: Ground, { measures }: ReportDocument, index: number): string {
  const value = measures[index]?.value
  return value ? measureInWords(say, of, measures, value) : ''
}

const scopeIn = (say: Say, of: Ground, where: ConditionShape): Scope => ({
  condition: conditionIn(of, where, 'where'),
  words: shapeInWords(say, of, where),
})

/** Rows that the range itself makes would be cut twice by another day. */
function dayAt(of: Ground, path: string): Column<'day'> {
  const { name } = of.entity
  const only = isAsked(of.entity) ? of.entity.day : undefined
  if (only === null) throw wrong('date', `the range itself makes the rows of '${name}': write null`)
  if (only !== undefined && only !== path) throw wrong('date', `the range makes the rows of '${name}' by '${only}'`)
  // `exprOf` refuses all but days, and a path is a column.
  return exprOf(of, path, 'date', ['day']) as Column<'day'>
}

const instantAt = (of: Ground, path: string): Column<'instant'> =>
  // `exprOf` refuses all but instants, and a path is a column.
  exprOf(of, path, 'newest', ['instant']) as Column<'instant'>

const partsOf = (of: Ground, partly: NonNullable<ReportDocument['partly']>) =>
  partly.map(({ fields, rows }, index) => ({ fields, rows: conditionIn(of, rows, `partly[${index}].rows`) }))

const rulesOf = (of: Ground, rules: ReportDocument['rules'], at: At): readonly Rule[] =>
  once(
    rules,
    ({ key }) => key,
    (index) => `${at}[${index}].key`,
  ).map(({ key, keep, otherwise, ground }, index) => ({
    key,
    keep: conditionIn(of, keep, `${at}[${index}].keep`),
    otherwise,
    ...(ground && { ground }),
  }))

function settingOf(of: Ground, setting: ReportDocument['settings'][number], at: At): Setting {
  if (setting.kind === 'range') return setting
  if (setting.kind !== 'choice') {
    const { usual, ...others } = setting
    return { ...others, ...(usual !== undefined && { usual }) }
  }
  const { key, label, doc } = setting
  const options = once(
    setting.options,
    ({ value }) => value,
    (index) => `${at}.options[${index}].value`,
  )
  return { key, label, doc, options: options.map((option, index) => optionOf(of, option, `${at}.options[${index}]`)) }
}

function optionOf(of: Ground, { value, label, rules, reads, runsOn }: OptionShape, at: At): ChoiceOption {
  return {
    value,
    label,
    rules: rulesOf(of, rules, `${at}.rules`),
    ...(reads && { reads: readingOf(of, reads, `${at}.reads`) }),
    ...(runsOn && { runsOn }),
  }
}

/** What is read as another is of its kind. */
function readingOf(of: Ground, reads: { readonly of: ConditionShape; readonly as: ConditionShape }, at: At) {
  const value: Expr = exprOf(of, reads.of, `${at}.of`, 'any')
  return { of: value, as: exprOf(of, reads.as, `${at}.as`, [value.kind]) }
}

function chartOf({ chart }: ReportDocument, measures: readonly Measure[]): Listed['chart'] {
  const [first] = measures
  const drawn = chart?.measures.length ? chart.measures : first ? [first.key] : []
  const keys = measures.map(({ key }) => key)
  const unknown = drawn.findIndex((key) => !keys.includes(key))
  if (unknown >= 0) throw wrong(`chart.measures[${unknown}]`, `there is no measure '${drawn[unknown]}'`)
  const reference = chart?.reference
  if (typeof reference === 'string' && !measures.some(({ key }) => key === reference))
    throw wrong('chart.reference', `there is no measure '${reference}'`)
  if (!chart) return { totals: 'bar', overTime: 'column', measures: drawn, reference: false }
  return { ...chart, measures: drawn }
}
