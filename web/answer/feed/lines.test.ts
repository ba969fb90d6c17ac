import { describe, expect, it } from 'vitest'
import { fc } from '../../../fixtures/seeded.ts'
import { linesOf } from './lines.ts'

describe('the lines of a feed', () => {
  it('have each day before its entries', () => {
    const lines = linesOf(
      [
        { day: '2026-11-20', count: 2 },
        { day: '2026-11-18', count: 1 },
      ],
      3,
    )
    const said = Array.from({ length: lines.count }, (_, i) => {
      const line = lines.at(i)
      return line.kind === 'day' ? line.day.day : line.place
    })
    expect(said).toEqual(['2026-11-20', 0, 1, '2026-11-18', 2])
    expect(lines.dayAt(2)?.day).toBe('2026-11-20')
  })

  it('are the entries alone where the days are not known', () => {
    const lines = linesOf([], 2)
    expect([lines.count, lines.at(1), lines.dayAt(1)]).toEqual([2, { kind: 'entry', place: 1 }, null])
  })

  it('name every entry once, in order, under the day that it is of', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 20 }), (counts) => {
        const days = counts.map((count, i) => ({ day: String(i), count }))
        const entries = counts.flatMap((count, i) => Array.from({ length: count }, () => String(i)))
        const lines = linesOf(days, entries.length)
        const seen = Array.from({ length: lines.count }, (_, i) => ({ line: lines.at(i), of: lines.dayAt(i)?.day }))
          .filter(({ line }) => line.kind === 'entry')
          .map(({ line, of }) => [line.kind === 'entry' ? line.place : -1, of])
        expect(seen).toEqual(entries.map((day, place) => [place, day]))
      }),
    )
  })
})
