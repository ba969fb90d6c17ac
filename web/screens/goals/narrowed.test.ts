import { expect, it } from 'vitest'
import type { Goal } from '../../../src/store/index.ts'
import { inReading } from './narrowed.ts'

const goal = (owner: string | null, team: string | null, startsOn: string) =>
  ({ owner, team, startsOn }) as Partial<Goal> as Goal

it('lists goals by period, the newest first, and by whom they are for', () => {
  const all = [goal('Zoe', null, '2025-02-01'), goal('Ann', null, '2025-01-01'), goal(null, 'North', '2025-02-01')]
  expect(inReading(all).map(({ owner, team, startsOn }) => [owner ?? team, startsOn])).toEqual([
    ['North', '2025-02-01'],
    ['Zoe', '2025-02-01'],
    ['Ann', '2025-01-01'],
  ])
})
