import { Refusal } from '../../../errors/index.ts'
import type { Statement } from '../../warehouse.ts'
import { type Lane, type Places, Queue } from './queue.ts'

export interface GateLimits {
  readonly places: Places
  /** How many wait in each lane at most. */
  readonly waiting: number
  /** How long one waits at most; null for as long as one stays. */
  readonly patienceMs: number | null
  /** What is longer than this in the quick lane may be slow, and makes room when others wait; null where nothing has to. */
  readonly slowAfterMs: number | null
}

export interface Asker {
  readonly client: string
  readonly lane: Lane
  /** When it began to wait, where that was before now, as `performance.now` tells it. */
  readonly since?: number
  /** What it asks, where others may come to wait for the same. */
  readonly statement?: Statement
}

/** What a place was taken from for somebody quicker. It has done nothing wrong and waits in the slow lane then. */
export const displaced = new Error('displaced by a quicker question')

/** A place inside. */
export interface Pass {
  /** Fires when the place is wanted back. */
  readonly displaced: AbortSignal
  leave(): void
}

/** What takes so many times as long as others do is slow; on a busy machine all take long, and are no slower for it. */
const timesUsual = 3
/** However busy the machine is, what takes so many times as long as a quick one may is slow. */
const mostTimesSlow = 10

class Visit {
  readonly asker: Asker
  readonly entered = Promise.withResolvers<void>()
  readonly displacing = new AbortController()
  /** When it came in; null while it waits. */
  since: number | null = null
  slowTimer: NodeJS.Timeout | undefined

  constructor(asker: Asker) {
    this.asker = asker
  }
}

/** Lets a number of askers in at once; the others wait for their turn, not longer than their patience. */
export class Gate {
  readonly #limits: GateLimits
  readonly #queue: Queue<Visit>
  /** Longer than a quick one takes; each waits for a place, or has to make room, from then on. */
  readonly #overdue = new Set<Visit>()
  /** What one usually takes, for whoever is told to come back. */
  readonly #usualMs: Record<Lane, number>

  constructor(limits: GateLimits) {
    this.#limits = limits
    this.#usualMs = { quick: (limits.slowAfterMs ?? 300) / timesUsual, slow: 5000 }
    this.#queue = new Queue(limits.places)
  }

  /** From when on a question counts as slow now. */
  get slowAfterMs(): number {
    const { slowAfterMs } = this.#limits
    if (slowAfterMs === null) return Number.POSITIVE_INFINITY
    return Math.min(mostTimesSlow * slowAfterMs, Math.max(slowAfterMs, timesUsual * this.#usualMs.quick))
  }

  /** Rejects when the asker leaves while waiting, and when too many wait or too long. */
  async enter(asker: Asker, signal?: AbortSignal): Promise<Pass> {
    signal?.throwIfAborted()
    if (this.#queue.waiting(asker.lane) >= this.#limits.waiting) throw this.#busy(asker.lane)
    const visit = new Visit(asker)
    this.#queue.join(visit, asker.lane, asker.client)
    this.#settle()
    await this.#turnOf(visit, signal)
    return { displaced: visit.displacing.signal, leave: () => this.#leave(visit) }
  }

  /** Whoever waits to ask this waits for that client too, and has the better turn of the two. */
  alsoFor(statement: Statement, client: string): void {
    const visit = this.#queue.find(({ asker }) => asker.statement === statement)
    if (visit) this.#queue.join(visit, visit.asker.lane, client)
  }

  get running(): number {
    return this.#queue.inside('quick') + this.#queue.inside('slow')
  }

  get waiting(): number {
    return this.#queue.waiting('quick') + this.#queue.waiting('slow')
  }

  async #turnOf(visit: Visit, signal?: AbortSignal): Promise<void> {
    const giveUp = (reason: unknown) => {
      this.#queue.leave(visit)
      visit.entered.reject(reason)
    }
    const gone = () => giveUp(signal?.reason)
    const patience = this.#patienceOf(visit, () => giveUp(this.#busy(visit.asker.lane)))
    signal?.addEventListener('abort', gone, { once: true })
    try {
      await visit.entered.promise
    } finally {
      clearTimeout(patience)
      signal?.removeEventListener('abort', gone)
    }
  }

  #patienceOf({ asker: { since } }: Visit, end: () => void): NodeJS.Timeout | undefined {
    const { patienceMs } = this.#limits
    if (patienceMs === null) return undefined
    const waited = since === undefined ? 0 : performance.now() - since
    return setTimeout(end, Math.max(0, patienceMs - waited))
  }

  #settle(): void {
    for (const visit of this.#queue.admit()) this.#letIn(visit)
    for (const visit of this.#overdue) if (this.#queue.slowDown(visit)) this.#moved(visit)
    this.#makeRoom()
  }

  #letIn(visit: Visit): void {
    visit.since = performance.now()
    if (visit.asker.lane === 'quick' && this.#limits.slowAfterMs !== null) {
      visit.slowTimer = setTimeout(() => this.#isSlow(visit), this.slowAfterMs)
    }
    visit.entered.resolve()
  }

  #isSlow(visit: Visit): void {
    this.#overdue.add(visit)
    this.#settle()
  }

  #moved(visit: Visit): void {
    this.#overdue.delete(visit)
    for (const next of this.#queue.admit()) this.#letIn(next)
  }

  /** As many make room as wait for it. */
  #makeRoom(): void {
    const leaving = [...this.#overdue].filter(({ displacing }) => displacing.signal.aborted).length
    const staying = [...this.#overdue].filter(({ displacing }) => !displacing.signal.aborted)
    const wanted = Math.max(0, this.#queue.waiting('quick') - leaving)
    for (const { displacing } of staying.slice(0, wanted)) displacing.abort(displaced)
  }

  #leave(visit: Visit): void {
    clearTimeout(visit.slowTimer)
    this.#overdue.delete(visit)
    this.#queue.leave(visit)
    this.#learn(visit)
    this.#settle()
  }

  #learn({ asker: { lane }, since }: Visit): void {
    if (since === null) return
    const took = performance.now() - since
    // A few slow ones among the quick do not make all of them look quick.
    const counted = lane === 'quick' ? Math.min(took, this.slowAfterMs) : took
    this.#usualMs[lane] += (counted - this.#usualMs[lane]) / 8
  }

  #busy(lane: Lane): Refusal {
    const ahead = (this.#queue.waiting(lane) / Math.max(1, this.#limits.places[lane])) * this.#usualMs[lane]
    return new Refusal('engine-busy', { seconds: Math.min(120, Math.max(1, Math.ceil(ahead / 1000))) })
  }
}
