import type { Effects } from '../effects.ts'
import { ourFault, Refusal, refusalIn } from '../errors/index.ts'
import type { Language } from '../words/index.ts'

export interface Failed {
  readonly code: string
  readonly message: string
  /** What it was, to be told in the language of who asks. */
  readonly refusal?: Refusal
}

/** A failure as who asks after it is told it. */
export const failedIn = (language: Language, { code, message, refusal }: Failed) => ({
  code,
  message: refusal ? refusalIn(language, refusal) : message,
})

/** A failure of work that nobody waits for. A bug is told as everywhere: its details stand in the log alone. */
export function told(error: unknown, work: string, id: string, { log }: Effects): Failed {
  if (error instanceof Refusal) return { code: error.code, message: error.message, refusal: error }
  log(`${work} failed`, { id, error: error instanceof Error ? error.stack : String(error) })
  return { code: 'internal', message: ourFault(id) }
}
