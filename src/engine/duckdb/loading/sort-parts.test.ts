import { describe, expect, it } from 'vitest'
import { fc } from '../../../../fixtures/seeded.ts'
import { conditions, firstsOf } from './sort-parts.ts'

const months = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 2000, max: 2030 }), fc.integer({ min: 1, max: 12 })), { selector: String })
  .map((dates) => dates.map(([year, month]) => `${year}-${String(month).padStart(2, '0')}-01`).toSorted())

describe('parts to sort', () => {
  it('are as few as fit, and a month that is too large is one alone', () => {
    const rows = (month: string | null, count: number) => ({ month, rows: count })
    const few = [
      rows('2024-01-01', 4),
      rows('2024-02-01', 5),
      rows('2024-03-01', 2),
      rows('2024-04-01', 20),
      rows(null, 1),
    ]
    expect(firstsOf(few, 10)).toEqual(['2024-01-01', '2024-03-01', '2024-04-01', null])
    expect(firstsOf(few, 100)).toEqual(['2024-01-01'])
    expect(firstsOf([], 100)).toEqual([])
  })

  it('hold each row once, in the order of its day', () => {
    fc.assert(
      fc.property(months, fc.boolean(), fc.integer({ min: 1, max: 6 }), (days, undated, most) => {
        const all = [...days, ...(undated ? [null] : [])]
        const parts = conditions(
          'day',
          firstsOf(
            all.map((month) => ({ month, rows: 1 })),
            most,
          ),
        )
        expect(all.flatMap((day) => parts.flatMap((part, nth) => (holds(part, day) ? [nth] : [])))).toEqual(
          all.map((_, nth) => Math.floor(nth / most)),
        )
      }),
    )
  })
})

/** What the engine would say of it. */
function holds(part: string, day: string | null): boolean {
  const truth = part
    .replaceAll('day IS NOT NULL', String(day !== null))
    .replaceAll('day IS NULL', String(day === null))
    .replaceAll(/day (>=|<) '([^']+)'/g, (_, operator: string, other: string) =>
      String(day !== null && (operator === '<' ? day < other : day >= other)),
    )
  const [and, or] = [/^\((.*) AND (.*) AND (.*)\)$/.exec(truth), /^\((.*) OR (.*)\)$/.exec(truth)]
  if (and) return and.slice(1).every((each) => each === 'true')
  return (or?.slice(1) ?? [truth]).some((each) => each === 'true')
}
