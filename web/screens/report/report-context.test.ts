import { describe, expect, it } from 'vitest'
import type { shapes } from '../../../src/answer/index.ts'
import { answer } from '../../../src/draw/answer.fixture.ts'
import { defaultsOf, frequencyOf, plain } from './report-context.ts'

it('keeps what the report does anyway out of the address', () => {
  expect(plain({ by: 'owner', compare: 'none', range: 'last-year' }, { by: 'owner', compare: 'none' })).toEqual({
    by: undefined,
    compare: undefined,
    range: 'last-year',
  })
})

describe('the frequency', () => {
  const yearly = answer({ question: { frequency: 'yearly' } })

  it.each([
    ['is what is shown, though another was asked for', { frequency: 'daily' as const }, false, 'yearly'],
    ['is what was asked for while its answer is on its way', { frequency: 'daily' as const }, true, 'daily'],
    ['is what is shown where none was asked for', {}, true, 'yearly'],
  ])('%s', (_what, asked, old, expected) => {
    expect(frequencyOf(asked, yearly, old)).toBe(expected)
  })
})

describe('over time', () => {
  // Nothing else of the page is looked at.
  const page = { defaults: { view: 'totals', by: 'owner', breakdown: 'type' } } as shapes.ReportPage

  it.each([
    ['the periods take the place of the groups', { view: 'over-time' as const }, { by: 'none', breakdown: 'type' }],
    ['a group takes the place of the break-down', { view: 'over-time' as const, by: 'team' }, { breakdown: 'none' }],
    ['is what a question for periods shows', { frequency: 'monthly' as const }, { view: 'over-time', by: 'none' }],
    ['is not what the totals show', { view: 'totals' as const, frequency: 'monthly' as const }, { by: 'owner' }],
  ])('%s', (_what, question, expected) => {
    expect(defaultsOf(page, question)).toMatchObject(expected)
  })
})
