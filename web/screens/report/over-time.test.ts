import { expect, it } from 'vitest'
import { overTime, regrouped } from './over-time.ts'

it.each([
  [{ by: 'owner', breakdown: 'type' }, true],
  [{ by: 'owner' }, false],
  [{ by: 'owner', breakdown: 'none' }, false],
])('has room for one grouping beside the periods: of %j', (asked, leavesBy) => {
  expect('by' in overTime(asked)).toBe(leavesBy)
})

it.each([
  ['over-time' as const, { by: 'owner' }, { by: 'owner', breakdown: 'none' }],
  ['over-time' as const, { breakdown: 'type' }, { by: 'none', breakdown: 'type' }],
  ['over-time' as const, { by: 'none' }, { by: 'none' }],
  ['totals' as const, { by: 'owner' }, { by: 'owner' }],
])('in %s takes %j to %j', (view, change, expected) => {
  expect(regrouped(view, change, 'closed_on')).toEqual({ ...expected, sort: undefined })
})

it('is what a grouping by the date shows', () => {
  expect(regrouped('totals', { by: 'closed_on' }, 'closed_on')).toMatchObject({ view: 'over-time', by: undefined })
})
