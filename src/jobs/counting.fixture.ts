import { appendFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Refusal } from '../errors/index.ts'
import type { AnyKind } from './catalogue.ts'
import type { JobKind } from './kind.ts'

const input = z.strictObject({ to: z.int(), stopAt: z.int().nullable() })

/** Where a job of this kind stands still until it is let on, or told to stop. */
export interface Halt {
  readonly reached: Promise<void>
  on(): void
}

/** Work that writes numbers into a file, one a step, and stands still at one of them. */
export function counting(atOnce = 1): { readonly kinds: ReadonlyMap<string, AnyKind>; readonly halts: Halt[] } {
  const halts: Halt[] = []
  const kind: JobKind<z.infer<typeof input>, number> = {
    name: 'counting',
    input,
    cursor: z.int(),
    atOnce,
    title: ({ to }) => `to ${to}`,
    check: async ({ to }) => {
      if (to < 0) throw new Refusal('document-unknown', { kind: 'number', id: `${to}` })
    },
    run: async function* ({ input: { to, stopAt }, cursor, asking, folder }) {
      const path = join(folder, 'numbers')
      for (let number = (cursor ?? 0) + 1; number <= to; number += 1) {
        if (number === stopAt) await halted(halts, asking.signal)
        if (number === 13) throw new Error('thirteen')
        await appendFile(path, `${number}\n`)
        yield { doing: 'Counting', done: number, of: to, cursor: number }
      }
      return { path: 'numbers', name: 'numbers.txt', contentType: 'text/plain', bytes: (await readFile(path)).length }
    },
  }
  // The kind parses its own input and cursor.
  return { kinds: new Map([['counting', kind as unknown as AnyKind]]), halts }
}

function halted(halts: Halt[], signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason))
    halts.push({ reached: Promise.resolve(), on: resolve })
  })
}
