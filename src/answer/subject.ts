import type { Listed } from '../reports/index.ts'
import type { Asking } from './asking.ts'
import { listedOf } from './document/listed-of.ts'
import type { ReportDocument } from './document/schema.ts'
import type { Question } from './question/question.ts'
import { reportFor } from './wording/reader.ts'

/** What is asked: a report of ours by its id, or any report as a document. */
export type Subject = string | ReportDocument

interface Asked {
  readonly report: Listed
  readonly question: Question
}

/** What a reader asks of a document now goes before what is chosen in it. */
export async function asked(asking: Asking, of: Subject, question: Question): Promise<Asked> {
  if (typeof of === 'string') return { report: await reportFor(asking, of), question }
  const { chosen, tab } = of
  const settings = { ...chosen.settings, ...question.settings }
  return {
    report: listedOf(asking, of),
    question: { ...chosen, ...(tab && { tab: tab.key }), ...said({ ...question, settings }) },
  }
}

/** What is left open is no choice. */
const said = (question: Question): Question =>
  Object.fromEntries(Object.entries(question).filter(([, value]) => value !== undefined))
