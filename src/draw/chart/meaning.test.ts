import { expect, it } from 'vitest'
import { fc } from '../../../fixtures/seeded.ts'
import { seriesPlaces } from './meaning.ts'

it('gives a known word the same place in every company', () => {
  expect(seriesPlaces(['NOTE', 'CALL']).get('CALL')).toBe(seriesPlaces(['CALL', 'EMAIL', 'Other']).get('CALL'))
})

it('gives up to eight unknown words places of their own, in whatever order they come', () => {
  const words = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 8 })
  fc.assert(
    fc.property(words, (keys) => {
      const places = seriesPlaces(keys)
      expect(new Set(places.values()).size).toBe(keys.length)
      expect(seriesPlaces([...keys].reverse())).toEqual(places)
    }),
  )
})
