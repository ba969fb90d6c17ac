import { describe, expect, it } from 'vitest'
import { Refusal } from '../../errors/index.ts'
import { readCondition } from './filter-option.ts'

describe('a filter on the command line', () => {
  it.each([
    ['amount greater-than 1000', { field: 'amount', is: 'greater-than', values: ['1000'] }],
    ['stage.label any-of Won,Lost', { field: 'stage.label', is: 'any-of', values: ['Won', 'Lost'] }],
    ['stage.label any-of Closed won, Lost', { field: 'stage.label', is: 'any-of', values: ['Closed won', 'Lost'] }],
    ['company.name any-of "Acme, Inc.",Beta', { field: 'company.name', is: 'any-of', values: ['Acme, Inc.', 'Beta'] }],
    ['owner.name unknown', { field: 'owner.name', is: 'unknown', values: [] }],
    ['  amount   between  1 , 2 ', { field: 'amount', is: 'between', values: ['1', '2'] }],
  ])('reads %s', (text, condition) => {
    expect(readCondition(text)).toEqual(condition)
  })

  it.each(['', 'amount', 'amount above 3', 'Amount; greater-than 3', 'a.b.c.d.e known'])('refuses %j', (text) => {
    expect(() => readCondition(text)).toThrow(Refusal)
  })
})
