import { describe, expect, it } from 'vitest'
import { howWritten, withColumn, withRecords, written } from './rewritten.ts'
import type { Mapping } from './uploads.ts'

const mapping: Mapping = {
  files: {
    'deals.csv': {
      records: 'deal',
      columns: { Closed: 'closed_at', Signed: { new: 'day', label: 'Signed' }, Id: 'id' },
    },
  },
}

describe('a reading that is changed', () => {
  it('gives a field to one column only', () => {
    expect(withColumn(mapping, 'deals.csv', 'Signed', 'closed_at').files['deals.csv']).toEqual({
      records: 'deal',
      columns: { Closed: 'skip', Signed: 'closed_at', Id: 'id' },
    })
  })

  it('leaves out as many columns as one likes', () => {
    const one = withColumn(withColumn(mapping, 'deals.csv', 'Signed', 'skip'), 'deals.csv', 'Closed', 'skip')
    expect(one.files['deals.csv']).toMatchObject({ columns: { Closed: 'skip', Signed: 'skip' } })
  })

  it('concludes the columns anew where the rows are something else', () => {
    expect(withRecords(mapping, 'deals.csv', 'company').files['deals.csv']).toEqual({ records: 'company', columns: {} })
  })

  it('keeps what a column is when it is written otherwise', () => {
    const column = written('closed_at', { dates: 'day-first' })
    expect(column).toEqual({ field: 'closed_at', dates: 'day-first' })
    expect(howWritten(column, 'dates')).toBe('day-first')
  })
})
