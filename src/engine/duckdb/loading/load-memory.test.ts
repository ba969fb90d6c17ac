import { expect, it } from 'vitest'
import { Refusal } from '../../../errors/index.ts'
import { withinMemory } from './load-memory.ts'

/** Loads what needs so much; gives what it was tried with. */
async function triedWith(rows: number, mostMb: number, neededMb: number): Promise<readonly number[]> {
  const tried: number[] = []
  await withinMemory(rows, mostMb, async (memoryMb) => {
    tried.push(memoryMb)
    if (memoryMb < neededMb) throw new Refusal('load-too-big', { megabytes: memoryMb })
  })
  return tried
}

it('takes no more than its rows usually need', async () => {
  expect(await triedWith(1_700_000, 4000, 100)).toEqual([430])
  expect(await triedWith(10_000_000, 4000, 100)).toEqual([1400])
  expect(await triedWith(100_000_000, 4000, 100)).toEqual([4000])
})

it('takes all there is where that is not enough', async () => {
  expect(await triedWith(1000, 4000, 1500)).toEqual([430, 4000])
})

it('says that it is too big only where all there is was not enough', async () => {
  await expect(triedWith(1000, 4000, 5000)).rejects.toMatchObject({ of: { megabytes: 4000 } })
  await expect(triedWith(1000, 64, 5000)).rejects.toMatchObject({ of: { megabytes: 64 } })
})

it('is not tried again over anything else', async () => {
  let tries = 0
  const broken = withinMemory(1, 4000, async () => {
    tries += 1
    throw new Error('broken')
  })
  await expect(broken).rejects.toThrow('broken')
  expect(tries).toBe(1)
})
