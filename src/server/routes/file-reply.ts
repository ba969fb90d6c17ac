import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Asking, Cell, Question, Subject } from '../../answer/index.ts'
import { fileName, formatNamed, formats, recordsFile, textOf } from '../../delivery/index.ts'
import { giveUpIdle } from '../gone.ts'

export const fileFormat = z.enum([...formats.keys()])

export const fileContents = Object.fromEntries(
  [...formats.values()].map(({ contentType }) => [contentType, { schema: z.unknown() }]),
)

/** Neither a reader nor a proxy is to take waiting for silence: other encodings keep the headings back until there is more. */
export const compress: { readonly encodings: 'gzip'[] } = { encodings: ['gzip'] }

/** Longer than a reader needs for a part of a file. */
const idleMs = 120_000

interface Wanted {
  readonly question: Question
  readonly cell: Cell
  readonly format: string
}

/**
 * The file is read from the engine as the client takes it: neither is ever ahead by more than a block. The first one is there before
 * the file begins, so that whatever is refused is no file, unless it waits for its turn.
 */
export async function sendFile(reply: FastifyReply, asking: Asking, of: Subject, { format: name, ...opened }: Wanted) {
  const format = formatNamed(name)
  const { blocks } = await recordsFile(asking, of, opened, format)
  const called = typeof of === 'string' ? of : (of.id ?? of.title)
  giveUpIdle(reply, idleMs)
  return reply
    .type(format.contentType)
    .header('content-disposition', `attachment; filename="${fileName(called, format.extension, asking)}"`)
    .send(Readable.from(textOf(blocks), { objectMode: false }))
}
