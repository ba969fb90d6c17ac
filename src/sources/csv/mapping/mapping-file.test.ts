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

  it('names the line of a mistake', () => {
    const text = '{\n "files": {\n  "deals.csv": {\n   "records": "deal",\n   "columns": {\n    "Sum": "amuont"\n}}}}'
    expect(() => parsedMapping(text, 'm.json')).toThrow(/In the mapping file m.json, line 6, at deals.csv › Sum:/)
  })

  it('keeps the order of stages whose names are numbers in a list', () => {
    const stages = [
      ['20', 'open 10%'],
      ['10', 'open 20%'],
    ]
    const { files } = parsedMapping(deals({}, { stages }), 'm.json')
    expect(files['deals.csv']).toMatchObject({ stages })
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
    [
      'orders stages by numbers, which JSON forgets',
      '{"files":{"deals.csv":{"records":"deal","columns":{},"stages":{"20":"open 10%","10":"open 20%"}}}}',
      'csv-mapping-wrong',
      'write them as a list',
    ],
    [
      'gives stages to people',
      deals({}, { stages: { Won: 'won' } }).replace('"deal"', '"contact"'),
      'csv-mapping-wrong',
      'stages are of deals and their history',
    ],
    [
      'gives every row a value that its field has not',
      deals({}, { always: { forecast_category: 'SURE' } }),
      'csv-mapping-wrong',
      "'SURE' is no forecast category; it is one of OMIT",
    ],
    [
      'gives every row an amount that is none',
      deals({}, { always: { amount: 'x' } }),
      'csv-mapping-wrong',
      'no number',
    ],
    [
      'tells the order of dates where there are none',
      deals({ A: { field: 'name', dates: 'day-first' } }),
      'csv-mapping-wrong',
      'holds no dates',
    ],
    ['says something else of a stage', deals({}, { stages: { Won: 'yes' } }), 'csv-mapping-wrong', '"won" or "lost"'],
  ])('that %s is refused', (_what, text, code, says) => {
    const read = () => parsedMapping(text, 'm.json')
    expect(read).toThrow(expect.objectContaining({ code, message: expect.stringContaining(says) }))
  })
})
