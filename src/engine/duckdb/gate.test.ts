import { expect, it } from 'vitest'
import { Gate } from './gate.ts'

it('lets in as many as there are places, the others in the order they came', async () => {
  const gate = new Gate(2)
  const inside: number[] = []
  const enter = async (who: number) => {
    const leave = await gate.enter()
    inside.push(who)
    return leave
  }
  const first = await enter(1)
  await enter(2)
  const waiting = [enter(3), enter(4)]
  await Promise.resolve()
  expect(inside).toEqual([1, 2])
  first()
  const third = await waiting[0]
  expect(inside).toEqual([1, 2, 3])
  third?.()
  await waiting[1]
  expect(inside).toEqual([1, 2, 3, 4])
})

it('forgets whoever leaves while waiting', async () => {
  const gate = new Gate(1)
  const leave = await gate.enter()
  const gone = new AbortController()
  const waiting = gate.enter(gone.signal)
  const next = gate.enter()
  gone.abort(new Error('gone'))
  await expect(waiting).rejects.toThrow('gone')
  leave()
  await next
})
