import { describe, expect, it } from 'vitest'
import { addressOf, collectionsOf } from './collections.ts'

const report = (id: string, collection: string, topic: string) => ({
  id,
  collection,
  topic,
  title: id,
  question: '?',
  about: '',
})

describe('the list of reports', () => {
  it('goes from the work to its outcome, and keeps what it does not know for last', () => {
    const collections = collectionsOf([
      report('service/a', 'Service', 'Tickets'),
      report('sales/b', 'Sales', 'Something new'),
      report('sales/c', 'Sales', 'Sales outcomes'),
      report('sales/d', 'Sales', 'Coach reps & teams'),
    ])
    expect(collections.map(({ name }) => name)).toEqual(['Sales', 'Service'])
    expect(collections[0]?.topics.map(({ name }) => name)).toEqual([
      'Coach reps & teams',
      'Sales outcomes',
      'Something new',
    ])
  })

  it('has the id of a report as its address', () => {
    expect(addressOf('sales/deal-funnel')).toEqual({ collection: 'sales', report: 'deal-funnel' })
  })
})
