import type { Moment, Warehouse } from '../engine/index.ts'
import { allGrants, type Rights, rightsOf } from '../query/index.ts'
import type { Language } from '../words/index.ts'

/** Who asks. Rights are a rewrite of the query; until users come there is one local viewer who may do everything. */
export interface Viewer {
  readonly id: string
  readonly name: string
  readonly rights: Rights
}

export const localViewer: Viewer = { id: 'local', name: 'You', rights: rightsOf(allGrants) }

/** Everything a question is answered from. */
export interface Asking {
  readonly warehouse: Warehouse
  /** What is loaded: each question is asked of one moment. */
  readonly moment: Moment
  readonly now: () => Temporal.Instant
  readonly viewer: Viewer
  /** What the answer is said in; English where nobody chose. */
  readonly language?: Language
  /** Whose turn it is when many ask at once: clients take turns, viewers of one client share its. */
  readonly client?: string
  readonly signal?: AbortSignal
}

/**
 * What a question takes for the present: the minute that has begun, so that equal questions of one minute are one; later
 * than that when something was loaded since, for what is loaded has happened.
 */
export function presentOf({ now, moment: { refreshedAt } }: Asking): Temporal.Instant {
  const instant = now()
  const minute = instant.round({ smallestUnit: 'minute', roundingMode: 'floor' })
  const loaded = refreshedAt === null ? minute : Temporal.Instant.from(refreshedAt)
  const isBetween = Temporal.Instant.compare(minute, loaded) < 0 && Temporal.Instant.compare(loaded, instant) <= 0
  return isBetween ? loaded : minute
}

/** The present as statements have it among their values. */
export const presentText = (asking: Asking): string => presentOf(asking).toString({ smallestUnit: 'second' })
