import { z } from 'zod'

const of = { number: z.int(), turning: z.enum(['undo', 'redo']) }

export const pastImportsShape = z.object({
  imports: z.array(
    z.object({
      number: z.int(),
      at: z.string(),
      /** Null where an older Plumbline did not note it. */
      by: z.string().nullable(),
      files: z.array(z.string()),
      /** How many of what. */
      rows: z.array(z.object({ noun: z.string(), count: z.int() })),
      /** False once it was taken back. */
      stands: z.boolean(),
    }),
  ),
  turning: z.discriminatedUnion('is', [
    z.object({ is: z.literal('quiet') }),
    z.object({ is: z.literal('busy'), ...of, doing: z.string(), done: z.number(), of: z.number().nullable() }),
    z.object({ is: z.literal('turned'), ...of }),
    z.object({ is: z.literal('failed'), ...of, failed: z.object({ code: z.string(), message: z.string() }) }),
  ]),
})
export type PastImports = z.infer<typeof pastImportsShape>
