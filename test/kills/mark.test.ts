import { expect, it } from 'vitest'
import { foundIn, mark, marksOf } from './mark.ts'

it('tells a whole write from a torn and a doubled one', () => {
  const found = foundIn([...marksOf(1, 3), mark(2, 0, 2), ...marksOf(3, 2), mark(3, 1, 2)])
  expect(found).toEqual({ whole: new Set([1, 3]), torn: [2], doubled: [3] })
})
