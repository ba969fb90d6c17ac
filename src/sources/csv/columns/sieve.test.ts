import { expect, it } from 'vitest'
import { fc } from '../../../../fixtures/seeded.ts'
import { sieveOf } from './sieve.ts'

it('lets every text through that is among the others', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => {
      const sieve = sieveOf(texts)
      for (const text of texts) expect(sieve.mayHold(text)).toBe(true)
    }),
  )
})

it('holds back most of what is not among them', () => {
  const sieve = sieveOf(Array.from({ length: 5000 }, (_, nth) => `2024-01-01 ${nth}`))
  const others = Array.from({ length: 5000 }, (_, nth) => `2024-01-02 ${nth}`)
  expect(others.filter((text) => sieve.mayHold(text)).length).toBeLessThan(1000)
})
