import { describe, expect, it } from 'vitest'
import type { Question } from '../../../src/answer/index.ts'
import { removing } from './removing.ts'

const asked: Question = {
  reps: ['1'],
  filters: [
    { field: 'amount', is: 'known', values: [] },
    { field: 'type', is: 'any-of', values: ['new'] },
  ],
  settings: { status: 'all', mode: 'fast' },
}

describe('taking a chip away', () => {
  it('takes its choice out of the question', () => {
    expect(removing('reps', asked)).toEqual({ reps: undefined })
  })

  it('leaves the other filters', () => {
    expect(removing('filters.0', asked)).toEqual({ filters: [asked.filters?.[1]] })
  })

  it('leaves the other settings', () => {
    expect(removing('settings.status', asked)).toEqual({ settings: { mode: 'fast' } })
  })

  it('is not offered for what the reader did not choose', () => {
    expect(removing('rights', asked)).toBeNull()
    expect(removing('pipeline', asked)).toBeNull()
  })
})
