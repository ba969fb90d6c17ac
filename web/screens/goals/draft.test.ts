import { expect, it } from 'vitest'
import { amountIn, forecastTermsOf, goalTermsOf, newDraft } from './draft.ts'

it('reads amounts as people write them', () => {
  expect(['12000', '12 000', '12,000', '12,000.50', '12,5', 'twelve', '', '-3'].map(amountIn)).toEqual([
    12000,
    12000,
    12000,
    12000.5,
    12.5,
    null,
    null,
    null,
  ])
})

it('is sent only when it is whole, and then for a person or a team alone', () => {
  const draft = { ...newDraft('2024-02-10'), ownerId: 'ann', teamId: 'north', amount: '5' }
  expect(goalTermsOf({ ...draft, amount: '' }, 'en')).toBeNull()
  expect(goalTermsOf(draft, 'en')).toMatchObject({ name: 'February 2024', ownerId: 'ann', teamId: null, amount: 5 })
  expect(forecastTermsOf({ ...draft, whose: 'team' })).toMatchObject({ ownerId: null, teamId: 'north', note: null })
})
