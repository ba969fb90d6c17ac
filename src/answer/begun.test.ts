import { expect, it } from 'vitest'
import { begun } from './begun.ts'

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
  for await (const batch of await begun(counted().batches)) read.push(batch)
  expect(read).toEqual([1, 2])
})

it('refuses before the first batch what is refused', async () => {
  const { batches } = counted()
  batches.next = () => Promise.reject(new Error('no room'))
  await expect(begun(batches)).rejects.toThrow('no room')
})

it('lets go of what makes the batches, also for a reader who never reads', async () => {
  const gone = new AbortController()
  const { seen, batches } = counted()
  await begun(batches, gone.signal)
  gone.abort(new Error('gone'))
  await expect.poll(() => seen.ended).toBe(1)
})

it('ends with the reader', async () => {
  const { seen, batches } = counted()
  for await (const batch of await begun(batches)) {
    expect(batch).toBe(1)
    break
  }
  expect(seen.ended).toBe(1)
})
