import { expect, it, onTestFinished, vi } from 'vitest'
import { displaced, Gate, type GateLimits } from './gate.ts'

const limits: GateLimits = { places: { quick: 2, slow: 1 }, waiting: 3, patienceMs: 60_000, slowAfterMs: null }
/** With nothing to lend. */
const narrow: GateLimits = { ...limits, places: { quick: 1, slow: 1 } }
const quick = (client: string) => ({ client, lane: 'quick' }) as const
const slow = (client: string) => ({ client, lane: 'slow' }) as const

it('lets in as many as there are places, and never one client everywhere', async () => {
  const gate = new Gate(limits)
  const first = await gate.enter(quick('ann'))
  const second = gate.enter(quick('ann'))
  await gate.enter(quick('bob'))
  await gate.enter(slow('ann'))
  expect([gate.running, gate.waiting]).toEqual([3, 1])
  first.leave()
  await second
  expect([gate.running, gate.waiting]).toEqual([3, 0])
})

it('forgets whoever leaves while waiting', async () => {
  const gate = new Gate(narrow)
  const inside = await gate.enter(slow('ann'))
  const gone = new AbortController()
  const waiting = gate.enter(slow('bob'), gone.signal)
  const next = gate.enter(slow('cid'))
  gone.abort(new Error('gone'))
  await expect(waiting).rejects.toThrow('gone')
  inside.leave()
  await next
  expect(gate.waiting).toBe(0)
})

it('refuses who would be one too many to wait, and tells when to come back', async () => {
  const gate = new Gate(limits)
  await gate.enter(slow('ann'))
  const waiting = [1, 2, 3].map(() => gate.enter(slow('ann')))
  await expect(gate.enter(slow('bob'))).rejects.toMatchObject({ code: 'engine-busy', of: { seconds: 15 } })
  expect(gate.waiting).toBe(waiting.length)
})

it('refuses who has waited too long', async () => {
  const gate = new Gate({ ...narrow, patienceMs: 5 })
  await gate.enter(slow('ann'))
  await expect(gate.enter(slow('bob'))).rejects.toMatchObject({ code: 'engine-busy' })
  expect([gate.running, gate.waiting]).toEqual([1, 0])
})

it('counts what somebody has waited before', async () => {
  const gate = new Gate(narrow)
  await gate.enter(slow('ann'))
  const since = performance.now() - 60_000
  await expect(gate.enter({ ...slow('bob'), since })).rejects.toMatchObject({ code: 'engine-busy' })
})

it('takes for slow what takes long beside the others, and never more than ten times as long as a quick one may', async () => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const gate = new Gate({ ...limits, slowAfterMs: 300 })
  const asks = async (ms: number, times: number) => {
    for (let asked = 0; asked < times; asked++) {
      const { leave } = await gate.enter(quick('ann'))
      vi.advanceTimersByTime(ms)
      leave()
    }
    return Math.round(gate.slowAfterMs)
  }
  expect(await asks(20, 30)).toBe(300)
  expect(await asks(250, 60)).toBe(750)
  expect(await asks(60_000, 60)).toBe(3000)
  expect(await asks(20, 60)).toBe(300)
})

it('asks as many places back from what has become slow as others wait for', async () => {
  const gate = new Gate({ ...limits, slowAfterMs: 5 })
  await gate.enter(slow('ann'))
  const [one, two] = [await gate.enter(quick('ann')), await gate.enter(quick('bob'))]
  const cid = gate.enter(quick('cid'))
  await expect.poll(() => one.displaced.aborted).toBe(true)
  expect(one.displaced.reason).toBe(displaced)
  expect(two.displaced.aborted).toBe(false)
  one.leave()
  await cid
})

it('moves what has become slow to the slow lane when there is a place', async () => {
  const gate = new Gate({ ...limits, slowAfterMs: 5 })
  const one = await gate.enter(quick('ann'))
  await gate.enter(quick('bob'))
  await gate.enter(quick('cid'))
  expect(one.displaced.aborted).toBe(false)
  expect(gate.running).toBe(3)
})

it('lets a question in that two wait for when the turn of either comes', async () => {
  const gate = new Gate({ ...limits, places: { quick: 1, slow: 0 }, waiting: 10 })
  const question = { sql: 'q', values: [], columns: [] }
  const inside = await gate.enter(quick('ann'))
  const order: string[] = []
  const waits = ['first', 'second'].map((name) => gate.enter(quick('ann')).then((pass) => leave(name, pass)))
  const shared = gate.enter({ ...quick('ann'), statement: question }).then((pass) => leave('shared', pass))
  gate.alsoFor(question, 'bob')
  function leave(name: string, pass: { leave: () => void }): void {
    order.push(name)
    pass.leave()
  }
  inside.leave()
  await Promise.all([...waits, shared])
  expect(order).toEqual(['first', 'shared', 'second'])
})
