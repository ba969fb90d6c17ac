import type { CsvError } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { fc } from '../../../fixtures/seeded.ts'
import type { Dialect } from './file/dialect.ts'
import { rowSplitter } from './file/row-splitter.ts'

const letters = ['a', 'é', '🚲', ' ', '"', '"', "'", ',', ';', '\t', '|', '\n', '\r', '\r\n']
const text = fc.array(fc.constantFrom(...letters), { maxLength: 40 }).map((some) => some.join(''))
const dialect = fc.record({ separator: fc.constantFrom(',', ';', '\t', '|'), quote: fc.constantFrom('"', "'") })

/** What comes of a text that arrives in parts of this many bytes. */
function split(bytes: Buffer, partSize: number, how: Dialect): readonly (readonly string[])[] | 'open' {
  const splitter = rowSplitter(how)
  const rows: (readonly string[])[] = []
  for (let from = 0; from < bytes.length; from += partSize)
    rows.push(...splitter.push(bytes.subarray(from, from + partSize)).map(({ cells }) => cells))
  const last = splitter.end()
  if (splitter.isQuoted()) return 'open'
  return last ? [...rows, last.cells] : rows
}

function parsed(bytes: Buffer, { separator, quote }: Dialect): unknown {
  try {
    return parse(bytes, {
      delimiter: separator,
      quote,
      escape: quote,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
    })
  } catch (error) {
    if ((error as CsvError).code === 'CSV_QUOTE_NOT_CLOSED') return 'open'
    throw error
  }
}

it('reads whatever text in whatever parts as the library does that everyone uses', () => {
  const law = fc.property(text, dialect, fc.integer({ min: 1, max: 50 }), (written, how, partSize) => {
    const bytes = Buffer.from(written)
    expect(split(bytes, partSize, how as Dialect)).toEqual(parsed(bytes, how as Dialect))
  })
  fc.assert(law, { numRuns: 1000 })
})
