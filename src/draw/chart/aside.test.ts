import { describe, expect, it } from 'vitest'
import { answer, figures, measure } from '../answer.fixture.ts'
import { splitOthers } from './aside.ts'
import { chart, months, series } from './chart.fixture.ts'

const others = { key: '\uFFFFother', label: '12 others' }
const categories = [...chart().categories, { ...others, incomplete: false, tone: 'other' as const }]
const row = { by: others, breakdown: null, period: null, previous: null, ...figures(900) }
const byOwner = answer({ groupLabel: 'Owner', measures: [measure('won')], rows: [row] })

describe('others', () => {
  it.each(['bar', 'column', 'stacked-column'] as const)(
    'are no mark of a %s chart, and said with their figure',
    (type) => {
      const [drawn, aside] = splitOthers(byOwner, chart({ type, categories, series: [series([12, 7, 3, 900])] }))
      expect(drawn.categories.map(({ key }) => key)).toEqual(['o1', 'o2', null])
      expect(drawn.series[0]?.values).toEqual([12, 7, 3])
      expect(aside).toEqual({
        label: '12 others',
        figures: [{ label: 'won', value: 900, cell: { measure: 'won', by: others.key } }],
        joins: null,
      })
    },
  )

  const parts = [series([1, 2, 3], { key: 'a' }), series([90, 80, 70], { ...others, tone: 'other', joins: ['x', 'y'] })]
  const overTime = months({ across: 'by', series: parts })

  it('are no line where they are a sum', () => {
    const [drawn, aside] = splitOthers(byOwner, overTime)
    expect(drawn.series.map(({ key }) => key)).toEqual(['a'])
    expect([aside?.figures[0]?.value, aside?.joins]).toEqual([240, ['x', 'y']])
  })

  it.each([
    ['a part of a stack', months({ ...overTime, type: 'stacked-column' })],
    ['a line where they are an average', months({ ...overTime, adds: false })],
    ['a slice', chart({ type: 'donut', categories })],
  ])('are %s', (_what, data) => {
    expect(splitOthers(byOwner, data)).toEqual([data, null])
  })
})
