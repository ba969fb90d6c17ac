import type { z } from 'zod'
import { answerTo } from '../ask.ts'
import type { Asking } from '../asking.ts'
import type { Cell, Question, recordsRequest } from '../question/question.ts'
import { allRecordsOf, type Pace } from '../records/all-records.ts'
import { recordsOf } from '../records/records.ts'
import type { Answer, RecordsPage } from '../shapes.ts'
import { listedOf } from './listed-of.ts'
import type { ReportDocument } from './schema.ts'

/** What a reader asks of a document now goes before what is chosen in it. */
const asked = ({ chosen, tab }: ReportDocument, question: Question): Question => ({
  ...chosen,
  ...(tab && { tab: tab.key }),
  ...question,
})

/** A document answered, opened and written to a file by what does so for the reports of ours. */
export const askDocument = async (asking: Asking, document: ReportDocument, question: Question): Promise<Answer> =>
  answerTo(asking, listedOf(asking, document), asked(document, question))

export const documentRecords = async (
  asking: Asking,
  document: ReportDocument,
  request: z.infer<typeof recordsRequest>,
): Promise<RecordsPage> =>
  recordsOf(asking, listedOf(asking, document), { ...request, question: asked(document, request.question) })

export const documentFile = async (
  asking: Asking,
  document: ReportDocument,
  { question, cell }: { readonly question: Question; readonly cell: Cell },
  pace: Pace,
): ReturnType<typeof allRecordsOf> =>
  allRecordsOf(asking, listedOf(asking, document), { question: asked(document, question), cell }, pace)
