import { describe, expect, it } from 'vitest'
import { type Kind, kindNames } from '../model/index.ts'
import { conditionOf } from './condition.ts'
import type { Column } from './expr.ts'
import { type Operator, operatorsFor } from './kinds.ts'

const clock = { today: '2024-05-15', midnight: (day: string) => `${day}T00:00:00Z` }
const column = (kind: Kind): Column => ({ op: 'column', path: ['it'], kind })
const read = (kind: Kind, is: Operator, ...values: readonly string[]) =>
  conditionOf({ of: column(kind), is, values }, clock)

const flags = (values: readonly string[]) => values.map(() => 'true')

describe('a condition', () => {
  it.each<[Kind, Operator, readonly string[], string]>([
    ['money', 'contains', ['1'], 'operator'],
    ['text', 'greater-than', ['1'], 'operator'],
    ['money', 'greater-than', ['much'], 'value'],
    ['money', 'greater-than', [''], 'value'],
    ['flag', 'any-of', ['yes'], 'value'],
    ['day', 'before', ['2024-02-31x'], 'value'],
    ['day', 'in-last-days', ['-1'], 'value'],
    ['money', 'between', ['1'], 'count'],
    ['text', 'any-of', [], 'count'],
    ['text', 'known', ['x'], 'count'],
  ])('on %s with %s and %j is refused for its %s', (kind, is, values, unreadable) => {
    expect(read(kind, is, ...values)).toMatchObject({ unreadable })
  })

  it('of every kind reads every operator it offers', () => {
    const values: Readonly<Record<Operator, readonly string[]>> = {
      'any-of': ['1'],
      'none-of': ['1'],
      known: [],
      unknown: [],
      contains: ['1'],
      'greater-than': ['1'],
      'less-than': ['1'],
      between: ['1', '2'],
      before: ['2024-01-01'],
      after: ['2024-01-01'],
      'in-last-days': ['7'],
      'in-next-days': ['7'],
    }
    for (const kind of kindNames)
      for (const is of operatorsFor(kind)) {
        const dated = ['day', 'instant'].includes(kind) && is === 'between'
        expect(
          read(kind, is, ...(dated ? ['2024-01-01', '2024-01-31'] : kind === 'flag' ? flags(values[is]) : values[is])),
        ).toMatchObject({ kind: 'flag' })
      }
  })

  it('on the last 7 days ends before today', () => {
    expect(JSON.stringify(read('day', 'in-last-days', '7'))).toMatch(/2024-05-08.*2024-05-15/)
  })

  it('after a day leaves that day out', () => {
    expect(JSON.stringify(read('instant', 'after', '2024-05-15'))).toContain('2024-05-16T00:00:00Z')
  })
})
