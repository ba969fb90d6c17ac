import type { Column, Rule } from '../../query/index.ts'
import { type Listed, reportOf, type Setting, tabOf } from '../../reports/index.ts'
import type { Question } from '../question/question.ts'
import { documentVersion, type WrittenDocument } from './schema.ts'
import { shapeOfExpr } from './shape-of-expression.ts'
import { shapeOfMeasure } from './shape-of-measure.ts'

/** A report of ours as a document: asked, it answers as the report does. */
export const documentOf = async (id: string, chosen: Question): Promise<WrittenDocument> =>
  asDocument(tabOf(await reportOf(id), chosen.tab), chosen)

export function asDocument(report: Listed, chosen: Question): WrittenDocument {
  const { id, title, question, from, date, range, by, breakdown, chart, presentation, doc } = report
  const { onePipeline, list, newest, about } = report
  return {
    version: documentVersion,
    id,
    ...('key' in report && 'label' in report ? { tab: { key: String(report.key), label: String(report.label) } } : {}),
    title,
    question,
    counts: from.name,
    date: date && pathOf(date),
    range,
    by,
    ...(breakdown && { breakdown }),
    measures: report.measures.map(shapeOfMeasure),
    rules: report.rules.map(shapeOfRule),
    settings: report.settings.map(shapeOfSetting),
    chart: { ...chart, measures: [...chart.measures] },
    presentation,
    ...(onePipeline && { onePipeline }),
    ...(list && { list: [...list] }),
    ...(newest && { newest: pathOf(newest) }),
    ...(about && { partly: about.map(({ fields, rows }) => ({ fields: [...fields], rows: shapeOfExpr(rows) })) }),
    about: { ...doc, doubts: [...doc.doubts] },
    chosen,
  }
}

const pathOf = ({ path }: Column): string => path.join('.')

const shapeOfRule = ({ key, keep, otherwise, ground }: Rule) => ({
  key,
  keep: shapeOfExpr(keep),
  otherwise,
  ...(ground && { ground }),
})

type WrittenSetting = NonNullable<WrittenDocument['settings']>[number]

function shapeOfSetting(setting: Setting): WrittenSetting {
  const { key, label, doc } = setting
  if (!('options' in setting)) return { ...setting }
  const options = setting.options.map(({ value, label, rules, reads, runsOn }) => ({
    value,
    label,
    rules: (rules ?? []).map(shapeOfRule),
    ...(reads && { reads: { of: shapeOfExpr(reads.of), as: shapeOfExpr(reads.as) } }),
    ...(runsOn && { runsOn }),
  }))
  return { kind: 'choice', key, label, doc, options }
}
