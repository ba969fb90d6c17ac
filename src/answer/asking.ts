import type { Moment, Warehouse } from '../engine/index.ts'
import type { Sight } from '../query/index.ts'

/** Who asks. Rights are a rewrite of the query; until users come there is one local viewer who sees everything. */
export interface Viewer {
  readonly id: string
  readonly name: string
  readonly sees: Sight
}

export const localViewer: Viewer = { id: 'local', name: 'You', sees: 'everything' }

/** Everything a question is answered from. */
export interface Asking {
  readonly warehouse: Warehouse
  /** What is loaded: each question is asked of one moment. */
  readonly moment: Moment
  readonly now: () => Temporal.Instant
  readonly viewer: Viewer
  /** Whose turn it is when many ask at once: clients take turns, viewers of one client share its. */
  readonly client?: string
  readonly signal?: AbortSignal
}
