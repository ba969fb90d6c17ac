import type { Entity, Field, Model } from '../../model/index.ts'
import type { Measure, Rule } from '../../query/index.ts'
import type { Listed, Presentation, Report, Selection, Setting } from '../../reports/index.ts'
import type { Say } from '../../words/index.ts'

/** What a report says of itself, in the words of a reader. What it computes is the same in all of them. */
export const reportIn = (say: Say, report: Listed): Listed => ({
  ...report,
  ...selectionIn(say, report),
  collection: say(report.collection),
  topic: say(report.topic),
  title: say(report.title),
  question: say(report.question),
  doc: {
    counts: say(report.doc.counts),
    leavesOut: say(report.doc.leavesOut),
    reading: say(report.doc.reading),
    doubts: report.doc.doubts.map((doubt) => say(doubt)),
  },
  tabs: report.tabs.map((tab) => ({ ...tab, ...selectionIn(say, tab), label: say(tab.label) })),
})

const selectionIn = (say: Say, { from, rules, measures, settings, presentation }: Selection): Partial<Report> => ({
  from: entityIn(say, from),
  rules: rules.map((rule) => ruleIn(say, rule)),
  measures: measures.map((measure) => measureIn(say, measure)),
  settings: settings.map((setting) => settingIn(say, setting)),
  presentation: presentationIn(say, presentation),
})

function presentationIn(say: Say, presentation: Presentation): Presentation {
  if (presentation.as === 'awaited') return { ...presentation, why: say(presentation.why) }
  if (presentation.as !== 'parts' || presentation.totalNote === undefined) return presentation
  return { ...presentation, totalNote: say(presentation.totalNote) }
}

const ruleIn = (say: Say, rule: Rule): Rule => ({ ...rule, otherwise: say(rule.otherwise) })

const measureIn = <M extends Measure>(say: Say, measure: M): M => ({
  ...measure,
  label: say(measure.label),
  doc: say(measure.doc),
})

function settingIn(say: Say, setting: Setting): Setting {
  const said = { label: say(setting.label), doc: say(setting.doc) }
  if (!('options' in setting)) return { ...setting, ...said }
  const options = setting.options.map((option) => ({
    ...option,
    label: say(option.label),
    ...(option.rules && { rules: option.rules.map((rule) => ruleIn(say, rule)) }),
  }))
  return { ...setting, ...said, options }
}

/** Every kind of record with its fields. What a source calls its own property is nobody's to translate. */
export const modelIn = (say: Say, model: Model): Model =>
  Object.fromEntries(Object.entries(model).map(([name, entity]) => [name, entityIn(say, entity)]))

const entityIn = (say: Say, entity: Entity): Entity => ({
  ...entity,
  label: say(entity.label),
  plural: say(entity.plural),
  doc: say(entity.doc),
  fields: mapped(entity.fields, (field) => (field.custom ? field : fieldIn(say, field))),
  refs: mapped(entity.refs, (ref) => ({ ...ref, label: say(ref.label) })),
})

const fieldIn = (say: Say, field: Field): Field => ({
  ...field,
  label: say(field.label),
  ...(field.doc === undefined ? {} : { doc: say(field.doc) }),
  ...(field.options && { options: field.options.map((option) => ({ ...option, label: say(option.label) })) }),
})

const mapped = <T>(of: Readonly<Record<string, T>>, to: (each: T) => T): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(of).map(([name, each]) => [name, to(each)]))
