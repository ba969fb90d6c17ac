import { z } from 'zod'

/** What a document was made, from one moment on. It never changes: the next one counts in its place. */
export const revision = z.strictObject({
  kind: z.string().min(1),
  id: z.string().min(1),
  /** From 1, in their order. */
  revision: z.int().positive(),
  /** The version of its kind that the content is written in. */
  version: z.int().positive(),
  /** Null where nobody knows when it was. */
  at: z.string().nullable(),
  /** Null where nobody did it here: an import told it. */
  by: z.string().nullable(),
  /** Null when it was deleted. */
  content: z.json(),
})
export type Revision = z.infer<typeof revision>

export const documentKey = (kind: string, id: string): string => `${kind}\0${id}`
