import { expect, it } from 'vitest'
import type { shapes } from '../../../src/answer/index.ts'
import { carriedTo } from './carried.ts'

const tab = {
  filters: [{ path: 'amount' }],
  measures: [{ key: 'won' }],
  settings: [{ key: 'stages' }],
  dimensions: [{ path: 'owner' }],
} as unknown as shapes.ReportPage

it('takes to another tab what that tab knows', () => {
  const amount = { field: 'amount', is: 'known', values: [] } as const
  const asked = {
    filters: [
      { ...amount, values: [] },
      { field: 'subject', is: 'known' as const, values: [] },
    ],
    settings: { stages: 'a,b', mode: 'fast' },
    measures: ['won', 'calls'],
    by: 'owner',
    breakdown: 'type',
    chart: 'line' as const,
  }
  expect(carriedTo(tab, asked)).toMatchObject({
    filters: [amount],
    settings: { stages: 'a,b' },
    measures: ['won'],
    by: 'owner',
    breakdown: undefined,
    chart: undefined,
  })
})

it('asks for nothing where nothing is left', () => {
  expect(carriedTo(tab, { measures: ['calls'] }).measures).toBeUndefined()
})
