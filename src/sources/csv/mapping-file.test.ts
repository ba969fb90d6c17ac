import { describe, expect, it } from 'vitest'
import { parsedMapping } from './mapping-file.ts'

const deals = (columns: object, more: object = {}) =>
  JSON.stringify({ files: { 'deals.csv': { records: 'deal', columns, ...more } } })

describe('a mapping file', () => {
  it('is read as it is written', () => {
    const columns = {
      ID: 'id',
      Size: { new: 'number', label: 'Size' },
      Closed: { field: 'closed_at', dates: 'day-first' },
    }
    expect(parsedMapping(deals(columns), 'm.json').files['deals.csv']).toEqual({ records: 'deal', columns })
  })

  it('leaves to the next import what still has a question mark', () => {
    const read = parsedMapping(deals({ ID: 'id', Sum: '?' }), 'm.json')
    expect(read.files['deals.csv']?.columns).toEqual({ ID: 'id' })
  })

  it.each<readonly [what: string, text: string, code: string, says: string]>([
    ['is no JSON', '{ files: }', 'csv-mapping-no-json', 'm.json'],
    ['has no files', '{}', 'csv-mapping-wrong', 'files'],
    ['maps to an unknown field', deals({ Sum: 'amuont' }), 'csv-mapping-wrong', "no field 'amuont'"],
    [
      'maps two columns to one field',
      deals({ A: 'amount', B: 'amount' }),
      'csv-mapping-wrong',
      "already the column 'A'",
    ],
    ['invents a kind of records', deals({}).replace('"deal"', '"ship"'), 'csv-mapping-wrong', 'deals.csv › records'],
    ['invents a kind of property', deals({ A: { new: 'colour' } }), 'csv-mapping-wrong', 'deals.csv › columns › A'],
    [
      'takes the name of a field',
      deals({ A: { new: 'text', name: 'amount' } }),
      'csv-mapping-wrong',
      'a field of its own',
    ],
    ['says something else of a stage', deals({}, { stages: { Won: 'yes' } }), 'csv-mapping-wrong', '"won" or "lost"'],
  ])('that %s is refused', (_what, text, code, says) => {
    const read = () => parsedMapping(text, 'm.json')
    expect(read).toThrow(expect.objectContaining({ code, message: expect.stringContaining(says) }))
  })
})
