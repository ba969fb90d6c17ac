import { expect, it } from 'vitest'
import { fc } from '../../../fixtures/seeded.ts'
import { type Lane, Queue } from './asking/queue.ts'

const lanes: readonly Lane[] = ['quick', 'slow']
const places = fc.record({ quick: fc.integer({ min: 1, max: 4 }), slow: fc.integer({ min: 1, max: 3 }) })
const asker = fc.record({ lane: fc.constantFrom(...lanes), client: fc.constantFrom('ann', 'bob', 'cid', 'dan') })

type Step = { readonly join: Asker } | { readonly leave: number } | { readonly slowDown: number }
type Asker = { readonly lane: Lane; readonly client: string }

const steps = fc.array(
  fc.oneof(
    fc.record({ join: asker }),
    fc.record({ leave: fc.nat() }),
    fc.record({ slowDown: fc.nat() }),
  ) satisfies fc.Arbitrary<Step>,
  { maxLength: 80 },
)

interface Visitor extends Asker {
  readonly number: number
}

/** A queue with a list of its own of who waits and who is inside. */
class Watched {
  readonly queue: Queue<Visitor>
  readonly admitted: Visitor[] = []
  waiting: Visitor[] = []
  inside: Visitor[] = []
  #number = 0

  constructor(of: Record<Lane, number>) {
    this.queue = new Queue(of)
  }

  join({ lane, client }: Asker): Visitor {
    const visitor = { lane, client, number: this.#number++ }
    this.queue.join(visitor, lane, client)
    this.waiting.push(visitor)
    this.settle()
    return visitor
  }

  leave(visitor: Visitor): void {
    this.queue.leave(visitor)
    this.waiting = this.waiting.filter((other) => other !== visitor)
    this.inside = this.inside.filter((other) => other !== visitor)
    this.settle()
  }

  do(step: Step): void {
    const all = [...this.waiting, ...this.inside]
    const chosen = all['leave' in step ? step.leave % all.length : 0]
    if ('join' in step) this.join(step.join)
    else if ('leave' in step && chosen) this.leave(chosen)
    else if ('slowDown' in step) this.#slowDown(this.inside[step.slowDown % this.inside.length])
  }

  settle(): void {
    for (const visitor of this.queue.admit()) {
      this.waiting = this.waiting.filter((other) => other !== visitor)
      this.inside.push(visitor)
      this.admitted.push(visitor)
    }
  }

  #slowDown(visitor: Visitor | undefined): void {
    if (visitor) this.queue.slowDown(visitor)
    this.settle()
  }
}

function after(of: Record<Lane, number>, done: readonly Step[]): Watched {
  const watched = new Watched(of)
  for (const step of done) watched.do(step)
  return watched
}

it('never has more inside than there are places, and forgets who left', () => {
  fc.assert(
    fc.property(places, steps, (of, done) => {
      const watched = new Watched(of)
      for (const step of done) {
        watched.do(step)
        const [quick, slow] = [watched.queue.inside('quick'), watched.queue.inside('slow')]
        expect(quick).toBeLessThanOrEqual(of.quick)
        expect(slow).toBeLessThanOrEqual(of.slow + Math.floor(of.quick / 2))
        expect(quick + slow).toBeLessThanOrEqual(of.quick + of.slow)
        expect(watched.queue.inside('quick') + watched.queue.inside('slow')).toBe(watched.inside.length)
        expect(watched.queue.waiting('quick') + watched.queue.waiting('slow')).toBe(watched.waiting.length)
      }
    }),
  )
})

it('lends quick places to slow ones that wait, and keeps one free for whoever is quick', () => {
  fc.assert(
    fc.property(places, fc.integer({ min: 0, max: 12 }), (of, many) => {
      const watched = new Watched(of)
      for (let asked = 0; asked < many; asked++) watched.join({ lane: 'slow', client: `client ${asked}` })
      expect(watched.queue.inside('slow')).toBe(Math.min(many, of.slow + Math.floor(of.quick / 2)))
      const eve = watched.join({ lane: 'quick', client: 'eve' })
      expect(watched.inside).toContain(eve)
    }),
  )
})

it('lends nothing while somebody quick waits', () => {
  fc.assert(
    fc.property(places, fc.integer({ min: 1, max: 6 }), (of, waiting) => {
      const watched = new Watched(of)
      for (let asked = 0; asked < of.quick + waiting; asked++)
        watched.join({ lane: 'quick', client: `client ${asked}` })
      for (let asked = 0; asked < of.slow + 3; asked++) watched.join({ lane: 'slow', client: `client ${asked}` })
      expect(watched.queue.inside('slow')).toBe(of.slow)
      expect(watched.queue.inside('quick')).toBe(of.quick)
    }),
  )
})

it('lets each client in in the order in which it asked, lane by lane', () => {
  fc.assert(
    fc.property(places, steps, (of, done) => {
      const orders = Map.groupBy(after(of, done).admitted, ({ lane, client }) => `${lane} ${client}`)
      for (const visitors of orders.values()) {
        const numbers = visitors.map(({ number }) => number)
        expect(numbers).toEqual(numbers.toSorted((one, other) => one - other))
      }
    }),
  )
})

it('leaves a free place to a client that holds none, where a lane has more than one', () => {
  fc.assert(
    fc.property(places, fc.nat({ max: 30 }), fc.constantFrom(...lanes), (of, many, lane) => {
      fc.pre(of[lane] > 1)
      const watched = new Watched(of)
      for (let asked = 0; asked < many; asked++) watched.join({ lane, client: 'ann' })
      const bob = watched.join({ lane, client: 'bob' })
      expect(watched.inside).toContain(bob)
    }),
  )
})

it('lets nobody starve: every other client goes before a new one once at most, however much is asked meanwhile', () => {
  fc.assert(
    fc.property(
      places,
      steps,
      fc.array(asker, { maxLength: 40 }),
      fc.constantFrom(...lanes),
      (of, done, more, lane) => {
        const watched = after(of, done)
        const others = new Set(watched.waiting.filter((other) => other.lane === lane).map(({ client }) => client)).size
        const eve = watched.join({ lane, client: 'eve' })
        const before = watched.admitted.length
        const come = [...more]
        while (watched.waiting.includes(eve)) {
          for (const asker of come.splice(0, 3)) watched.join(asker)
          const [first] = watched.inside
          if (first) watched.leave(first)
        }
        const ahead = watched.admitted
          .slice(before)
          .filter((other) => other.lane === lane)
          .indexOf(eve)
        expect(Math.max(0, ahead)).toBeLessThanOrEqual(others)
      },
    ),
  )
})
