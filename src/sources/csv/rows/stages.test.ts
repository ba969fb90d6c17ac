import { describe, expect, it } from 'vitest'
import { profiling } from '../columns/column-profile.ts'
import { closingIn, concludedStages, meaningText, placedBetween } from './stages.ts'

const column = (...stages: readonly (readonly [label: string, filled: number])[]) => {
  const { profile, see } = profiling('stage')
  for (const [label, filled] of stages) see(label, filled)
  return profile
}

const concluded = (...stages: readonly (readonly [label: string, filled: number])[]) =>
  [...concludedStages(column(...stages))].map(([label, meaning]) => `${label}: ${meaningText(meaning)}`)

describe('a stage', () => {
  it.each([
    ['Won', 'won'],
    ['Closed Won', 'won'],
    ['closedwon', 'won'],
    ['Gewonnen', 'won'],
    ['CLOSED_LOST', 'lost'],
    ['Verloren', 'lost'],
    ['Not won', null],
    ['Wonder', null],
    ['Negotiation', null],
  ])('%s closes as %s', (label, closing) => {
    expect(closingIn(label)).toBe(closing)
  })

  it('stands where more and more is filled in, won and lost last', () => {
    expect(concluded(['Lost', 8], ['Warm', 6], ['Won', 8], ['Cold', 3])).toEqual([
      'Cold: open 33%',
      'Warm: open 67%',
      'Won: won',
      'Lost: lost',
    ])
  })

  it('stands in the usual order when all names are usual', () => {
    expect(concluded(['Negotiation', 5], ['Proposal', 6], ['Qualification', 7])).toEqual([
      'Qualification: open 25%',
      'Proposal: open 50%',
      'Negotiation: open 75%',
    ])
  })

  it.each([
    ['New', -0.9, 'open 20%'],
    ['Qualification', 0.3, 'open 50%'],
    ['Something else', 1.9, 'open 80%'],
    ['Closed lost', 3, 'lost'],
  ])('%s that only a history names stands between the others', (label, order, meaning) => {
    const told = [
      ['discovery', { order: 0, meaning: { is: 'open', probability: 40 } }],
      ['proposal', { order: 1, meaning: { is: 'open', probability: 60 } }],
      ['won', { order: 2, meaning: { is: 'won' } }],
    ] as const
    const placed = placedBetween(label, told)
    expect([placed.order, meaningText(placed.meaning)]).toEqual([expect.closeTo(order), meaning])
  })
})
