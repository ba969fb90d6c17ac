import { z } from 'zod'
import { cell, question } from '../../answer/index.ts'
import type { AskingOf } from '../asking.ts'
import type { App } from '../serving.ts'
import { compress, fileContents, fileFormat, sendFile } from './file-reply.ts'
import { problemResponses } from './problem-responses.ts'
import { reportId, reportPath } from './report-id.ts'

const schema = {
  summary: 'All records behind a figure, as a file',
  params: reportPath,
  body: z.strictObject({ question, cell, format: fileFormat }),
  response: { 200: { description: 'The file', content: fileContents }, ...problemResponses },
}

export function exportRoute(app: App, askingOf: AskingOf): void {
  app.post('/api/reports/:collection/:name/export', { schema, compress }, (request, reply) =>
    sendFile(reply, askingOf(request, reply), reportId(request.params), request.body),
  )
}
