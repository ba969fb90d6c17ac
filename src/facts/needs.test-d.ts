import { describe, expectTypeOf, it } from 'vitest'
import { askedFact } from './fact.ts'
import { chosen, type Days, type Given, pipeline, range } from './parts/need.ts'
import type { Choice } from './parts/setting.ts'
import pushWindow from './push-window.ts'
import task from './task.ts'

const moves: Choice<'any' | 'later'> = {
  key: 'moves',
  label: '',
  doc: '',
  options: [
    { value: 'any', label: '' },
    { value: 'later', label: '' },
  ],
}
const needs = { range, moves: chosen(moves) }

describe('What a fact needs', () => {
  it('comes in its own type', () => {
    expectTypeOf<Given<typeof needs>>().toEqualTypeOf<{ readonly range: Days; readonly moves: 'any' | 'later' }>()
  })

  it('does not compile when it is misspelt', () => {
    // @ts-expect-error it is called moves
    askedFact(task, { needs, asked: ({ movse }) => String(movse) })
    // @ts-expect-error a choice has no such option
    askedFact(task, { needs, asked: ({ moves }) => (moves === 'latre' ? '' : 'x') })
    // @ts-expect-error a range of days has no end of that name
    askedFact(task, { needs, asked: ({ range }, bind) => bind(range.untill, 'day') })
    // @ts-expect-error a choice without its first option has no default
    chosen({ ...moves, options: [] })
  })

  it('is all that it gets', () => {
    // @ts-expect-error the fact does not need a pipeline
    askedFact(task, { needs, asked: ({ pipeline }) => String(pipeline) })
    askedFact(task, { needs: { ...needs, pipeline }, asked: ({ pipeline }) => String(pipeline) })
  })

  it('leaves the columns of the fact as they are', () => {
    expectTypeOf(pushWindow.fields.pushes.kind).toEqualTypeOf<'number'>()
    // @ts-expect-error the fact has no such column
    pushWindow.fields.pushse
  })
})
