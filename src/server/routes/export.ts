import { Readable } from 'node:stream'
import { z } from 'zod'
import { type Asking, cell, question } from '../../answer/index.ts'
import { fileName, formatNamed, formats, recordsFile, textOf } from '../../delivery/index.ts'
import type { AskingOf } from '../asking.ts'
import { giveUpIdle } from '../gone.ts'
import type { App } from '../serving.ts'
import { problemResponses } from './problem-responses.ts'
import { reportId, reportPath } from './report-id.ts'

const exportRequest = z.strictObject({ question, cell, format: z.enum([...formats.keys()]) })
type ExportRequest = z.infer<typeof exportRequest>

const contents = Object.fromEntries(
  [...formats.values()].map(({ contentType }) => [contentType, { schema: z.unknown() }]),
)

const schema = {
  summary: 'All records behind a figure, as a file',
  params: reportPath,
  body: exportRequest,
  response: { 200: { description: 'The file', content: contents }, ...problemResponses },
}

/**
 * The file is read from the engine as the client takes it: neither is ever ahead by more than a block. The first one is there before
 * the file begins, so that whatever is refused is no file, unless it waits for its turn.
 */
async function fileOf(asking: Asking, id: string, { question, cell, format: name }: ExportRequest) {
  const format = formatNamed(name)
  const { blocks } = await recordsFile(asking, id, { question, cell }, format)
  const disposition = `attachment; filename="${fileName(id, format.extension, asking)}"`
  return {
    type: format.contentType,
    disposition,
    content: Readable.from(textOf(blocks), { objectMode: false }),
  }
}

/** Neither a reader nor a proxy is to take waiting for silence: other encodings keep the headings back until there is more. */
const compress: { readonly encodings: 'gzip'[] } = { encodings: ['gzip'] }

/** Longer than a reader needs for a part of a file. */
const idleMs = 120_000

export function exportRoute(app: App, askingOf: AskingOf): void {
  app.post('/api/reports/:collection/:name/export', { schema, compress }, async (request, reply) => {
    const file = await fileOf(askingOf(request, reply), reportId(request.params), request.body)
    giveUpIdle(reply, idleMs)
    return reply.type(file.type).header('content-disposition', file.disposition).send(file.content)
  })
}
