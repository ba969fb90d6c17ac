import { expect, it } from 'vitest'
import { Costs } from './costs.ts'

const asked = (sql: string, ...values: readonly number[]) => ({ sql, values, columns: [] })

it('takes what is unknown for quick, and what was slow for slow', () => {
  const costs = new Costs(50)
  expect(costs.laneOf(asked('a', 1), 100)).toBe('quick')
  costs.took(asked('a', 1), 500)
  expect(costs.laneOf(asked('a', 1), 100)).toBe('slow')
  expect(costs.laneOf(asked('a', 2), 100)).toBe('slow')
})

it('goes by the quickest run, for a neighbour can make any question slow', () => {
  const costs = new Costs(50)
  costs.took(asked('a', 1), 20)
  costs.took(asked('a', 1), 500)
  expect(costs.laneOf(asked('a', 1), 100)).toBe('quick')
})

it('knows one question from another of its shape', () => {
  const costs = new Costs(50)
  costs.took(asked('a', 1), 20)
  costs.took(asked('a', 2), 500)
  expect([
    costs.laneOf(asked('a', 1), 100),
    costs.laneOf(asked('a', 2), 100),
    costs.laneOf(asked('a', 3), 100),
  ]).toEqual(['quick', 'slow', 'quick'])
})

it('follows what a question costs now', () => {
  const costs = new Costs(50)
  for (const ms of [20, 500, 500, 500, 500, 500]) costs.took(asked('a', 1), ms)
  expect(costs.laneOf(asked('a', 1), 100)).toBe('slow')
})

it('remembers so many and no more', () => {
  const costs = new Costs(4)
  costs.took(asked('a', 1), 500)
  costs.took(asked('b', 1), 500)
  costs.took(asked('c', 1), 500)
  expect([costs.laneOf(asked('a', 1), 100), costs.laneOf(asked('c', 1), 100)]).toEqual(['quick', 'slow'])
})
