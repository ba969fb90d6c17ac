import { expect, it } from 'vitest'
import { doubtsOf } from './doubts.ts'
import { Standing } from './standing.ts'

const cursor = (stream: string, cursor: string) => ({ source: 'csv', stream, cursor })
const content = (...cursors: readonly ReturnType<typeof cursor>[]) => ({
  ...{ segments: [], originals: [], fields: [], account: null },
  cursors,
})

it('a file may be named as doubts were kept before', () => {
  const standing = new Standing()
  standing.add(content(cursor('doubts of deals.csv', 'ab12'), cursor(doubtsOf('deals.csv'), '["Dates?"]')))
  expect([standing.doubts(), standing.cursor('csv', 'doubts of deals.csv')]).toEqual([['Dates?'], 'ab12'])
})

it('doubts that were kept before are read, until there are newer ones', () => {
  const standing = new Standing()
  standing.add(content(cursor('doubts of deals.csv', '["Dates?"]')))
  expect(standing.doubts()).toEqual(['Dates?'])
  standing.add(content(cursor(doubtsOf('deals.csv'), '[]')))
  expect(standing.doubts()).toEqual([])
})
