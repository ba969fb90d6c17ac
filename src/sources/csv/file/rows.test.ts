import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import iconv from 'iconv-lite'
import { afterAll, describe, expect, it } from 'vitest'
import { fc } from '../../../../fixtures/seeded.ts'
import { type Row, rowsOf } from './rows.ts'

const folder = mkdtempSync(join(tmpdir(), 'plumbline-rows-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function read(bytes: Uint8Array, encoding: string, separator: string): Promise<readonly Row[]> {
  const path = join(folder, 'rows.csv')
  writeFileSync(path, bytes)
  return Array.fromAsync(rowsOf({ path, name: 'rows.csv', encoding, dialect: { separator, quote: '"' } }))
}

const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'ß', '…', '"', ',', ';', '\t', '|', ' ', '\n', "'", '🚲'), maxLength: 8 }),
  fc.integer().map(String),
)
const table = fc
  .integer({ min: 1, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }))

describe('the rows of a file', () => {
  it('come back as they were written, with the line where each begins', async () => {
    const law = fc.asyncProperty(
      table,
      fc.constantFrom(',', ';', '\t', '|'),
      fc.constantFrom('\n', '\r\n'),
      fc.constantFrom('utf-8', 'utf-16le', 'utf-16be'),
      async (cells, separator, lineEnd, encoding) => {
        const text = stringify(cells, { delimiter: separator, record_delimiter: lineEnd, quoted: true })
        const rows = await read(iconv.encode(text, encoding, { addBOM: true }), encoding, separator)
        let line = 1
        const expected = cells.map((row) => {
          const here = { line, cells: row }
          line += 1 + row.join('').split('\n').length - 1
          return here
        })
        expect(rows).toEqual(expected.filter((row) => row.cells.some((one) => one !== '')))
      },
    )
    await fc.assert(law, { numRuns: 30 })
  })

  it('keep a quote that stands inside a cell', async () => {
    const rows = await read(Buffer.from('5" pipe,"""Best"" one",plain\n'), 'utf-8', ',')
    expect(rows).toEqual([{ line: 1, cells: ['5" pipe', '"Best" one', 'plain'] }])
  })

  it('may end in any way, also mixed', async () => {
    const rows = await read(Buffer.from('a,1\r\nb,2\nc,3\rd,4'), 'utf-8', ',')
    expect(rows.map(({ line, cells }) => [line, cells[0]])).toEqual([
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
      [4, 'd'],
    ])
  })
})
