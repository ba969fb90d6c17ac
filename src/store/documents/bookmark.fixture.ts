import { z } from 'zod'
import type { Asking } from '../../answer/index.ts'
import { Refusal } from '../../errors/index.ts'
import { type Kind, upgrade } from './kind.ts'

const first = z.strictObject({ title: z.string(), report: z.string() })
const second = z.strictObject({ title: z.string(), question: z.strictObject({ report: z.string() }) })
const content = z.strictObject({
  title: z.string(),
  question: z.strictObject({ report: z.string(), range: z.string() }),
  tags: z.array(z.string()),
})
export type Bookmark = z.infer<typeof content>

/** A kind in its third version, which is all there is to it: people see and change their own and nobody’s. */
export const bookmark: Kind<Bookmark> = {
  name: 'bookmark',
  title: 'bookmark',
  content,
  upgrades: [
    upgrade(first, ({ title, report }) => ({ title, question: { report } })),
    upgrade(second, ({ title, question }) => ({ title, question: { ...question, range: 'this-quarter' }, tags: [] })),
  ],
  mostBytes: 400,
  most: 3,
  rights: { object: 'deal', sees: isFor, changes: isFor, refusal: () => new Refusal('goals-not-yours', {}) },
  unknown: (id) => new Refusal('document-unknown', { kind: 'bookmark', id }),
  label: (field) => field,
}

function isFor({ viewer }: Asking, { tags }: Bookmark): boolean {
  return tags.every((tag) => !tag.startsWith('of ') || tag === `of ${viewer.id}`)
}

export const pipelineMarked = (title: string, ...tags: readonly string[]): Bookmark => ({
  title,
  question: { report: 'sales/deal-funnel', range: 'this-year' },
  tags: [...tags],
})
