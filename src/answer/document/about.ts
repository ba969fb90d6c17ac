import type { ReportDoc } from '../../reports/index.ts'
import type { Say } from '../../words/index.ts'
import type { Ground } from './expressions.ts'
import { shapeInWords } from './in-words.ts'
import type { ReportDocument } from './schema.ts'

/** What a report counts, leaves out and how it is read, made from the document itself, for who wrote nothing. */
export function aboutOf(
  say: Say,
  of: Ground,
  { date, where, rules }: ReportDocument,
  measures: readonly { readonly label: string; readonly doc: string }[],
): ReportDoc {
  const records = of.entity.plural
  return {
    counts: [
      date === null
        ? say('Counts {{records}}.', { records })
        : say('Counts {{records}} by {{date}}.', { records, date: shapeInWords(say, of, date) }),
      ...(where === undefined ? [] : [say('Only where {{condition}}.', { condition: shapeInWords(say, of, where) })]),
    ].join(' '),
    leavesOut: rules.map(({ otherwise }) => `${otherwise}.`).join(' '),
    reading: measures.map(({ label, doc }) => `${label}: ${doc}`).join(' '),
    doubts: [],
  }
}
