import { expect, it } from 'vitest'
import { drawing, months, series } from './chart.fixture.ts'
import { isNamedAtEnd } from './lines.ts'

it.each([
  ['apart', [10, 20, 30], [40, 50, 90], true],
  ['on top of one another', [10, 20, 30], [40, 50, 31], false],
  ['at different periods', [10, 20, 30], [40, 90, null], false],
])('names lines at their ends where these are %s: %j and %j', (_what, one, other, named) => {
  const lines = [series(one, { key: 'a' }), series(other, { key: 'b' })]
  expect(isNamedAtEnd(months({ across: 'by', series: lines }), { ...drawing, width: 900 })).toBe(named)
})
