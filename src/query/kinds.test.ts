import { expect, it } from 'vitest'
import { catalogue } from '../reports/index.ts'
import { type Aggregate, aggregatedValue, kinds } from './index.ts'

/** Everything that a figure is made from, down to its values. */
const within = (aggregate: Aggregate): readonly Aggregate[] => {
  switch (aggregate.fn) {
    case 'ratio':
      return [...within(aggregate.part), ...within(aggregate.whole)]
    case 'product':
    case 'difference':
      return aggregate.of.flatMap(within)
    default:
      return [aggregate]
  }
}

it('makes of each kind of value in every report only what the kind can be made into', async () => {
  const selections = (await catalogue()).flatMap((report) => [report, ...report.tabs])
  const made = selections.flatMap(({ measures }) => measures.flatMap(({ value }) => within(value)))
  const wrong = made.filter((aggregate) => {
    const value = aggregatedValue(aggregate)
    return value !== null && !kinds[value.kind].measures.includes(aggregate.fn)
  })
  expect(made.length).toBeGreaterThan(100)
  expect(wrong).toEqual([])
})
