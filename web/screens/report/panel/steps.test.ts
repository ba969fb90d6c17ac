import { describe, expect, it } from 'vitest'
import { fc } from '../../../../fixtures/seeded.ts'
import { moved, stepsIn, written } from './steps.ts'

const all = ['a', 'b', 'c', 'd'].map((id) => ({ id, label: id.toUpperCase() }))

describe('chosen steps', () => {
  it('are read in their order, then those left out', () => {
    expect(stepsIn('c,a?', all).map(({ id, chosen, optional }) => [id, chosen, optional])).toEqual([
      ['c', true, false],
      ['a', true, true],
      ['b', false, false],
      ['d', false, false],
    ])
  })

  it('leave out a step that there is no more', () => {
    expect(written(stepsIn('gone,b', all))).toBe('b')
  })

  it('are written as they were read, the first one never optional', () => {
    const words = fc.subarray(['a', 'b?', 'c', 'd?'], { minLength: 1 })
    fc.assert(
      fc.property(words, (chosen) => {
        expect(written(stepsIn(chosen.join(','), all))).toBe(chosen.join(',').replace(/^(\w)\?/, '$1'))
      }),
    )
  })

  it('keep the order in which they were chosen', () => {
    expect(written(stepsIn('c,a', all))).toBe('c,a')
  })

  it('move to another place and stay within the list', () => {
    const steps = stepsIn('a,b,c,d', all)
    expect(written(moved(steps, 0, 2))).toBe('b,c,a,d')
    expect(moved(steps, 0, -1)).toBe(steps)
    expect(moved(steps, 3, 4)).toBe(steps)
  })
})
