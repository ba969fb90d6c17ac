/** Quick questions are not behind slow ones: each lane has places of its own, and lends those that nobody quick wants. */
export type Lane = 'quick' | 'slow'

export type Places = Readonly<Record<Lane, number>>

interface Turn {
  readonly lane: Lane
  readonly client: string
  readonly turn: number
}

/**
 * Who waits and who is inside. A question's turn is one after the last of its client, or after the one that came in last,
 * and the lowest turn goes first: clients take turns, however many questions each has.
 */
export class Queue<T> {
  readonly #places: Places
  readonly #waiting = new Map<T, Turn>()
  readonly #inside = new Map<T, Turn>()
  readonly #served: Record<Lane, number> = { quick: 0, slow: 0 }

  constructor(places: Places) {
    this.#places = places
  }

  /** Who waits already keeps the better of both turns. */
  join(who: T, lane: Lane, client: string): void {
    const own = [...this.#waiting.values()].filter((turn) => turn.lane === lane && turn.client === client)
    const turn = Math.max(this.#served[lane], ...own.map((each) => each.turn)) + 1
    const before = this.#waiting.get(who)
    if (!before || turn < before.turn) this.#waiting.set(who, { lane, client, turn })
  }

  leave(who: T): void {
    this.#waiting.delete(who)
    this.#inside.delete(who)
  }

  /** Those whose turn it is now; they are inside from here on. */
  admit(): readonly T[] {
    return [...this.#admitTo('quick'), ...this.#admitTo('slow')]
  }

  /** Gives its place in the quick lane back for one in the slow lane, when nobody waits for that one. */
  slowDown(who: T): boolean {
    const turn = this.#inside.get(who)
    const isFull = this.waiting('slow') > 0 || this.inside('slow') >= this.#places.slow
    if (turn?.lane !== 'quick' || isFull || !this.#mayEnter('slow', turn.client)) return false
    this.#inside.set(who, { ...turn, lane: 'slow' })
    return true
  }

  find(fits: (who: T) => boolean): T | undefined {
    return this.#waiting.keys().find(fits)
  }

  waiting(lane: Lane): number {
    return count(this.#waiting, (turn) => turn.lane === lane)
  }

  inside(lane: Lane): number {
    return count(this.#inside, (turn) => turn.lane === lane)
  }

  *#admitTo(lane: Lane): Generator<T> {
    for (let next = this.#next(lane); next; next = this.#next(lane)) {
      const [who, turn] = next
      this.#waiting.delete(who)
      this.#inside.set(who, turn)
      this.#served[lane] = turn.turn
      yield who
    }
  }

  /** The map keeps the order of arrival, so among equal turns the first that came is found. */
  #next(lane: Lane): readonly [T, Turn] | null {
    let next: readonly [T, Turn] | null = null
    for (const [who, turn] of this.#waiting) {
      const sooner = next === null || turn.turn < next[1].turn
      if (sooner && turn.lane === lane && this.#mayEnter(lane, turn.client)) next = [who, turn]
    }
    return next
  }

  /** Where there is more than one place, one client leaves one to the others. */
  #mayEnter(lane: Lane, client: string): boolean {
    const most = lane === 'slow' ? this.#places.slow : this.#quickPlaces
    const own = count(this.#inside, (turn) => turn.lane === lane && turn.client === client)
    return this.inside(lane) < this.#room(lane) && own < Math.max(1, most - 1)
  }

  #room(lane: Lane): number {
    return lane === 'slow' ? this.#places.slow + this.#lendable : this.#quickPlaces
  }

  /** Without those that are lent. */
  get #quickPlaces(): number {
    return this.#places.quick - Math.max(0, this.inside('slow') - this.#places.slow)
  }

  /** Up to half of the quick places, while nobody quick waits and one more stays free for whoever comes. */
  get #lendable(): number {
    if (this.waiting('quick') > 0) return 0
    const { quick } = this.#places
    return Math.max(0, Math.min(Math.floor(quick / 2), quick - this.inside('quick') - 1))
  }
}

const count = <T>(turns: ReadonlyMap<T, Turn>, which: (turn: Turn) => boolean): number =>
  [...turns.values()].filter(which).length
