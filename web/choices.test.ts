import { expect, it } from 'vitest'
import * as server from '../src/answer/question/question.ts'
import { chartTypes, frequencies, presets } from './choices.ts'

const sorted = (list: readonly string[]) => [...list].sort()

it('offers every preset, frequency and chart type that the server knows, once', () => {
  expect(sorted(presets)).toEqual(sorted(server.rangePresets))
  expect(sorted(frequencies)).toEqual(sorted(server.frequencies))
  expect(sorted(chartTypes)).toEqual(sorted(server.chartTypes))
})
