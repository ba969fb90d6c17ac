import { describe, expect, it } from 'vitest'
import { fc } from '../../../fixtures/seeded.ts'
import { type Day, type Slice, slicesOf } from './slices.ts'

const days = fc.uniqueArray(
  fc.record({
    day: fc.option(
      fc.integer({ min: 0, max: 40 }).map((n) => Temporal.PlainDate.from('2024-02-20').add({ days: n }).toString()),
    ),
    rows: fc.integer({ min: 1, max: 30 }),
  }),
  { selector: ({ day }) => day },
)

const rowsOf = (days: readonly Day[]) =>
  days.flatMap(({ day, rows }) => Array.from({ length: rows }, (_, nth) => ({ day, nth })))
const inOrder = (days: readonly Day[]) =>
  rowsOf(days.toSorted((one, other) => ((one.day ?? 'z') < (other.day ?? 'z') ? -1 : 1)))

/** As the engine reads a slice. */
const read = (days: readonly Day[], { days: of, offset }: Slice, most: number) =>
  inOrder(days)
    .filter(({ day }) =>
      of === null ? day === null : day !== null && day >= of.from && (of.until === null || day < of.until),
    )
    .slice(offset, offset + most)

describe('slices', () => {
  it('give every row once, in the order of the days, and never too many', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 40 }), (given, most) => {
        const slices = slicesOf(given, most)
        expect(slices.flatMap((slice) => read(given, slice, most))).toEqual(inOrder(given))
        const rows = given.reduce((sum, day) => sum + day.rows, 0)
        const stretches = new Set(slices.map((slice) => slice.days?.from)).size
        expect(stretches).toBeLessThanOrEqual(2 * Math.ceil(rows / most) + 1)
      }),
    )
  })
})
