import { expect, it } from 'vitest'
import { chart, drawing } from './chart.fixture.ts'
import { markColours } from './mark-colours.ts'

const { palette } = drawing

const steps = chart({
  type: 'waterfall',
  categories: [
    { key: 'START', label: 'Start', incomplete: false, tone: 'total' },
    { key: 'CREATED', label: 'Created', incomplete: false, tone: 'better' },
    { key: 'LOST', label: 'Lost', incomplete: false, tone: 'worse' },
    { key: 'WON', label: 'Won', incomplete: false, tone: 'won' },
  ],
})
const rest = chart({ categories: [{ key: null, label: 'Other (9)', incomplete: false, tone: 'other' }] })

it.each([
  ['a level', steps, 0, palette.total],
  ['a gain', steps, 1, palette.better],
  ['a loss', steps, 2, palette.worse],
  ['what is won, though it goes down', steps, 3, palette.better],
  ['what is not listed', rest, 0, palette.other],
])('tells %s in the colour that it is drawn in', (_what, drawn, index, colour) => {
  expect(markColours(drawn, index, palette)).toEqual([colour])
})
