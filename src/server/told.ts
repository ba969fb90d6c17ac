import type { Effects } from '../effects.ts'
import { ourFault, Refusal } from '../errors/index.ts'

export interface Failed {
  readonly code: string
  readonly message: string
}

/** A failure of work that nobody waits for. A bug is told as everywhere: its details stand in the log alone. */
export function told(error: unknown, work: string, id: string, { log }: Effects): Failed {
  if (error instanceof Refusal) return { code: error.code, message: error.message }
  log(`${work} failed`, { id, error: error instanceof Error ? error.stack : String(error) })
  return { code: 'internal', message: ourFault(id) }
}
