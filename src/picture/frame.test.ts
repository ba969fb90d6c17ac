import { expect, it } from 'vitest'
import { palettes } from '../draw/index.ts'
import { frame } from './frame.ts'
import { svgOf } from './svg.ts'

it('leaves out of every name what no XML may hold', () => {
  const series = [{ type: 'bar' as const, data: [1] }]
  const svg = svgOf({ xAxis: { type: 'category', data: ['a\u0001b'] }, yAxis: {}, series, animation: false }, 300, 200)
  const framed = { width: 300, margin: 10, palette: palettes.light, legend: [], foot: [] }
  const picture = frame({ ...framed, head: [{ text: 'c\u0001d', is: 'title' }], drawn: { svg, height: 200 } })
  expect(picture).not.toContain('\u0001')
  expect([picture.includes('>ab<'), picture.includes('>cd<')]).toEqual([true, true])
})
