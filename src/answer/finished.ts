import { createHash } from 'node:crypto'
import type { Finished } from '../engine/index.ts'
import { type Asking, presentOf, presentText } from './asking.ts'
import type { Answer } from './shapes.ts'

/** What every answer tells of its making. */
export type Told = Pick<Answer, 'statements' | 'tookMs'>

/**
 * What `make` makes of what was asked, written as it goes out. It is kept with all that it depends on: the state of the data, what the
 * viewer sees, their language, the minute, and what has landed since.
 */
export const finished = <A extends Told>(
  asking: Asking,
  asked: unknown,
  make: () => Promise<A>,
  written: (answer: A) => string,
): Promise<Finished> =>
  asking.warehouse.finished(keyOf(asking, asked), async () => {
    const answer = await make()
    return { text: Buffer.from(written(answer)), tag: tagOf(answer, presentText(asking)) }
  })

const keyOf = (asking: Asking, asked: unknown): string =>
  JSON.stringify([
    asked,
    asking.viewer.rights.key,
    asking.language,
    asking.moment.load,
    presentOf(asking).toString(),
    asking.warehouse.pending(),
  ])

/** How long the making took makes no other answer, nor does the minute in which it was asked. */
function tagOf({ tookMs: _, statements, ...answer }: Told, present: string): string {
  const timeless = statements.map(({ sql, values }) => [sql, values.map((value) => (value === present ? null : value))])
  return createHash('sha256')
    .update(JSON.stringify([answer, timeless]))
    .digest('base64url')
}
