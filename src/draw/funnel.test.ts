import { describe, expect, it } from 'vitest'
import { answer, measure } from './answer.fixture.ts'
import type { AnswerRow, MeasureShape } from './answer.ts'
import { chart } from './chart/chart.fixture.ts'
import { funnelOf } from './funnel.ts'

const step = (key: string, values: AnswerRow['values'], breakdown: AnswerRow['breakdown'] = null): AnswerRow => ({
  by: { key, label: key },
  breakdown,
  period: null,
  previous: null,
  values,
})

const roles: Readonly<Record<string, MeasureShape['role']>> = {
  skipped: 'skipped',
  next_step: 'onward',
  from_before: 'arrived',
  lost: 'lost',
}
const inRole = (key: string): MeasureShape => ({ ...measure(key), role: roles[key] })

const funnel = (measures: readonly string[], rows: readonly AnswerRow[], margins: readonly AnswerRow[] = []) =>
  funnelOf(
    answer({
      measures: measures.map(inRole),
      chart: { ...chart(), measure: measures[0] ?? '' },
      rows: [...rows],
      margins: [...margins],
    }),
  )

const first = step('first', { reached: 8, skipped: 0, next_step: 50, lost: 3 })
const second = step('second', { reached: 4, skipped: 1, next_step: null, lost: 0 })

describe('a funnel', () => {
  it('has its steps as wide as their share of the widest', () => {
    const steps = funnel(['reached', 'skipped', 'next_step', 'lost'], [first, second])
    expect(steps.map(({ width, skippedWidth }) => [width, skippedWidth])).toEqual([
      [1, 0],
      [0.5, 0.125],
    ])
  })

  it('says between two steps how many went on and how many were lost, and nothing after the last', () => {
    const [one, two] = funnel(['reached', 'skipped', 'next_step', 'lost'], [first, second])
    expect(one?.passage).toMatchObject({ of: 'first', rate: { value: 50 }, lost: { value: 3 }, from: 1, to: 0.5 })
    expect(two?.passage).toBeNull()
  })

  it('takes the rate of the step that was come to where that is what is measured', () => {
    const [one] = funnel(
      ['contacts', 'from_before'],
      [step('first', { contacts: 4, from_before: null }), step('second', { contacts: 1, from_before: 25 })],
    )
    expect(one?.passage).toMatchObject({ of: 'second', rate: { value: 25 }, lost: null })
  })

  it('has its rates over the last required step', () => {
    const rows = ['lead', 'mql', 'customer'].map((key) => step(key, { contacts: 2, from_before: 50 }))
    const steps = funnelOf(
      answer({
        question: { settings: { stages: 'lead,mql?,customer' } },
        measures: ['contacts', 'from_before'].map(inRole),
        chart: { ...chart(), measure: 'contacts' },
        rows,
      }),
    )
    expect(steps.map(({ optional, passage }) => [optional, passage?.base])).toEqual([
      [false, null],
      [true, 'lead'],
      [false, undefined],
    ])
  })

  it('shows its steps over all parts when it is broken down', () => {
    const part = { key: 'web', label: 'Web' }
    const steps = funnel(['reached'], [step('first', { reached: 3 }, part)], [first, second])
    expect(steps.map(({ main }) => main.value)).toEqual([8, 4])
  })

  it('is without end where nobody came', () => {
    expect(funnel(['reached'], [step('first', { reached: 0 })])[0]?.width).toBe(0)
  })
})
