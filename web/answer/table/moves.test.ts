import { describe, expect, it } from 'vitest'
import { moved, type Place } from './moves.ts'

/** A header, a total and three rows; the middle column holds no figures. */
const extent = { rows: 4, columns: 3, open: ({ column }: Place) => column !== 1 }
const from = { row: 1, column: 0 }

describe('a key in the table', () => {
  it.each([
    ['ArrowRight', { row: 1, column: 2 }],
    ['ArrowLeft', null],
    ['ArrowUp', { row: 0, column: 0 }],
    ['ArrowDown', { row: 2, column: 0 }],
    ['PageDown', { row: 3, column: 0 }],
    ['PageUp', { row: 0, column: 0 }],
    ['End', { row: 1, column: 2 }],
    ['Home', { row: 1, column: 0 }],
    ['Enter', null],
  ])('leads with %s past what is no figure', (key, to) => {
    expect(moved(key, from, extent, false)).toEqual(to)
  })

  it('reaches the corners with Control, and the header with the arrow', () => {
    expect(moved('End', from, extent, true)).toEqual({ row: 3, column: 2 })
    expect(moved('Home', { row: 3, column: 2 }, extent, true)).toEqual({ row: 0, column: 0 })
    expect(moved('ArrowUp', { row: 0, column: 2 }, extent, false)).toEqual({ row: -1, column: 2 })
  })
})
