import { expect, it } from 'vitest'
import { begun } from './begun.ts'

const soon = 10_000

function counted() {
  const seen = { ended: 0 }
  const batches = async function* () {
    try {
      yield 1
      yield 2
    } finally {
      seen.ended += 1
    }
  }
  return { seen, batches: batches() }
}

it('gives every batch once, in order', async () => {
  const read: number[] = []
  for await (const batch of await begun(counted().batches, soon)) read.push(batch)
  expect(read).toEqual([1, 2])
})

it('refuses before the first batch what is refused', async () => {
  const { batches } = counted()
  batches.next = () => Promise.reject(new Error('no room'))
  await expect(begun(batches, soon)).rejects.toThrow('no room')
})

it('lets go of what makes the batches, also for a reader who never reads', async () => {
  const gone = new AbortController()
  const { seen, batches } = counted()
  await begun(batches, soon, gone.signal)
  gone.abort(new Error('gone'))
  await expect.poll(() => seen.ended).toBe(1)
})

it('waits no longer than that for the first batch, which comes all the same', async () => {
  const late = Promise.withResolvers<number>()
  const batches = async function* () {
    yield await late.promise
  }
  const file = (await begun(batches(), 1))[Symbol.asyncIterator]()
  late.resolve(1)
  expect(await file.next()).toEqual({ done: false, value: 1 })
})

it('tells the reader of what fails after it has begun', async () => {
  const late = Promise.withResolvers<number>()
  const batches = async function* () {
    yield await late.promise
  }
  const file = (await begun(batches(), 1))[Symbol.asyncIterator]()
  late.reject(new Error('no room'))
  await expect(file.next()).rejects.toThrow('no room')
})

it('ends with the reader', async () => {
  const { seen, batches } = counted()
  for await (const batch of await begun(batches, soon)) {
    expect(batch).toBe(1)
    break
  }
  expect(seen.ended).toBe(1)
})
