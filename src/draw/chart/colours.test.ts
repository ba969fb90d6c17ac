import { describe, expect, it } from 'vitest'
import { chart, drawing, series } from './chart.fixture.ts'
import { seriesColours, sliceColours } from './colours.ts'
import { otherKey } from './shown.ts'

const { palette } = drawing

describe('a colour', () => {
  it('is the first of the palette for a series alone, better or not', () => {
    expect(seriesColours(chart({ series: [series([1], { tone: 'better' })] }), palette)).toEqual([palette.series[0]])
  })

  it('tells better from worse where both stand side by side', () => {
    const both = [series([1], { tone: 'better' }), series([2], { tone: 'worse', measure: 'lost' })]
    expect(seriesColours(chart({ across: 'measure', series: both }), palette)).toEqual([palette.better, palette.worse])
  })

  it('keeps its meaning whatever the order and the company', () => {
    const named = (...keys: string[]) => chart({ across: 'breakdown', series: keys.map((key) => series([1], { key })) })
    const [email, call] = seriesColours(named('EMAIL', 'CALL', 'TASK'), palette)
    expect(seriesColours(named('CALL', 'EMAIL'), palette)).toEqual([call, email])
  })

  it('is that of no value for what has none, beside others', () => {
    const parts = [series([1], { key: 'CALL' }), series([2]), series([3], { joins: ['a'], tone: 'other' })]
    const [, none, other] = seriesColours(chart({ across: 'breakdown', series: parts }), palette)
    expect([none, other]).toEqual([palette.missing, palette.other])
    expect(sliceColours(chart(), palette).at(-1)).toBe(palette.missing)
  })

  it('is grey for what is joined', () => {
    const categories = [...chart().categories, { key: otherKey, label: 'Other', incomplete: false }]
    expect(sliceColours(chart({ categories }), palette).at(-1)).toBe(palette.other)
  })
})
