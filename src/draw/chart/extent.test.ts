import { expect, it } from 'vitest'
import { months, series } from './chart.fixture.ts'
import { drawnValues } from './extent.ts'

it.each([
  ['beside one line', 1, 90],
  ['not beside lines that are too many for it', 4, 3],
])('an axis reaches to the comparison %s', (_what, many, most) => {
  const lines = Array.from({ length: many }, (_, i) => series([1, 2, 3], { key: `${i}`, previous: [90, 0, 0] }))
  expect(Math.max(...drawnValues(months({ across: 'by', series: lines })))).toBe(most)
})
