import { createHash } from 'node:crypto'
import type { Finished } from '../engine/index.ts'
import { type Asking, presentOf } from './asking.ts'

/**
 * What `write` writes about what was asked, as it goes out. It is kept with all that it depends on: the state of the data, what the
 * viewer sees, the minute, and what has landed since.
 */
export const finished = (asking: Asking, asked: unknown, write: () => Promise<string>): Promise<Finished> =>
  asking.warehouse.finished(keyOf(asking, asked), async () => {
    const text = await write()
    return { text: Buffer.from(text), tag: tagOf(text) }
  })

const keyOf = (asking: Asking, asked: unknown): string =>
  JSON.stringify([
    asked,
    asking.viewer.sees,
    asking.moment.load,
    presentOf(asking).toString(),
    asking.warehouse.pending(),
  ])

/** How long the making took is no part of an answer. */
const tagOf = (text: string): string =>
  createHash('sha256')
    .update(text.replace(/,"tookMs":[\d.]+\}$/, ''))
    .digest('base64url')
