import { describe, expect, it } from 'vitest'
import { fc } from '../../../fixtures/seeded.ts'
import { chart, series } from './chart.fixture.ts'
import { stepsOf } from './steps.ts'

const tones = ['better', 'worse', 'won'] as const
const moves = fc.array(fc.tuple(fc.constantFrom(...tones), fc.integer({ min: 0, max: 1e6 })), { maxLength: 12 })

describe('a waterfall', () => {
  it('lets each bar begin where the one before ended, and ends where the level is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), moves, (start, moved) => {
        const end = moved.reduce((level, [tone, value]) => level + (tone === 'better' ? value : -value), start)
        const bars = [['total', start], ...moved, ['total', end]] as const
        const categories = bars.map(([tone], i) => ({ key: `${i}`, label: '', incomplete: false, tone }))
        const steps = stepsOf(
          chart({ type: 'waterfall', categories, series: [series(bars.map(([, value]) => value))] }),
        )
        const before = steps.slice(0, -1)
        expect(steps.slice(1, -1).map(({ from }) => from)).toEqual(before.slice(0, -1).map(({ to }) => to))
        expect(steps.at(-1)).toMatchObject({ from: 0, to: before.at(-1)?.to, tone: 'total' })
      }),
    )
  })
})
