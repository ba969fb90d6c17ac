import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { fc } from '../../../fixtures/seeded.ts'
import { Refusal } from '../../errors/index.ts'
import { type Files, withFiles } from './files.fixture.ts'
import { lookAt } from './import.ts'
import { proposal } from './mapping/propose.ts'

const columns = (many: number) => Array.from({ length: many }, (_, at) => `c${at}`).join()

const refused = (files: Files, path = ''): Promise<Refusal> =>
  withFiles(files, (folder) =>
    lookAt([join(folder, path)], () => {}).then(
      () => Promise.reject(new Error('was not refused')),
      (refusal: Refusal) => refusal,
    ),
  )

const zip = Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0, 6, 0])
const rows = (many: number, row: string) => `${row}\n`.repeat(many)

describe('a file', () => {
  it.each<readonly [what: string, content: string | Uint8Array, code: string]>([
    ['is empty', '', 'csv-empty'],
    ['holds only line ends', '\r\n\r\n \n', 'csv-empty'],
    ['has a header and nothing else', 'name,amount\n', 'csv-header-only'],
    ['is an Excel workbook', zip, 'csv-not-csv'],
    ['is binary', Buffer.from([1, 2, 0, 0, 7, 9, 0, 255]), 'csv-not-csv'],
    ['turns binary after a while', Buffer.concat([Buffer.from(rows(20_000, 'a,b')), Buffer.alloc(9)]), 'csv-not-csv'],
    ['is JSON', '{"deals": [{"name": "a"}]}', 'csv-not-csv'],
    ['is a web page', '<!DOCTYPE html><html><body>Sign in, please</body></html>', 'csv-not-csv'],
    ['is a letter', 'Dear Sir or Madam, I hope that this finds you well.\nYours,\nA. Person\n', 'csv-not-csv'],
    ['ends inside quotes', 'name,amount\n"Ann,5\nBob,6\n', 'csv-quote-open'],
    ['has a text of 2 MB in a cell', `name,amount\n"${'x'.repeat(2_100_000)}",5\n`, 'csv-row-too-long'],
    ['ends in the middle of a row', `name,amount,stage\n${rows(9, 'Ann,5,Won')}Bob`, 'csv-cut-off'],
    ['has two columns of one name', 'name,amount,Name\nAnn,5,Bob\n', 'csv-column-repeated'],
    ['has 600 columns', `${columns(600)}\n${columns(600)}\n`, 'csv-too-many-columns'],
    ['has no header', '2024-01-01,17,Ann\n2024-01-02,18,Bob\n', 'csv-header-missing'],
    ['has rows of all lengths', `name,amount\n${rows(9, 'Ann,5')}${rows(9, 'Bob,Lee,6')}`, 'csv-ragged'],
  ])('that %s is refused', async (_what, content, code) => {
    const refusal = await refused({ 'deals.csv': content })
    expect(refusal.code).toBe(code)
    expect(refusal.message).toMatch(/deals\.csv.* .*\.$/)
  })

  it('has the line in its refusal where a quote opens', async () => {
    const refusal = await refused({ 'deals.csv': 'name,note\nAnn,"two\nlines"\nBob,"open\nBea,x\n' })
    expect(refusal.of).toMatchObject({ line: 4 })
  })

  it('that is not there is refused by its path', async () => {
    expect((await refused({}, 'nowhere.csv')).code).toBe('csv-path-missing')
  })

  it('that is no file at all is refused', async () => {
    const folder = withFiles({ 'folder.csv/inner.txt': 'a' }, (path) => lookAt([path], () => {}))
    await expect(folder).rejects.toMatchObject({ code: 'csv-folder-without' })
    await expect(lookAt(['/dev/null'], () => {})).rejects.toMatchObject({ code: 'csv-not-csv' })
  })

  it('is missed in a folder without any', async () => {
    expect((await refused({ 'deals.xlsx': zip })).message).toContain('deals.xlsx')
    const empty = withFiles({}, async (folder) => {
      await mkdir(join(folder, 'sub'))
      return lookAt([join(folder, 'sub')], () => {})
    })
    await expect(empty).rejects.toMatchObject({ code: 'csv-folder-without' })
  })
})

const seen = (files: Files) => withFiles(files, (folder) => lookAt([folder], () => {}))

describe('whatever bytes there are', () => {
  const letters = fc.constantFrom(
    'a',
    '1',
    ',',
    ';',
    '"',
    '\n',
    '\t',
    ' ',
    '.',
    '/',
    '@',
    '€',
    '-',
    'Won',
    'stage',
    'amount',
  )
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 60 }),
    fc.array(letters, { maxLength: 80 }).map((some) => Buffer.from(some.join(''))),
  )

  it('they are proposed a mapping or refused', async () => {
    const law = fc.asyncProperty(bytes, async (content) => {
      const end = await seen({ 'any.csv': content }).then(
        (files) => proposal(files, { files: {} }, null).files['any.csv']?.records,
        (error: unknown) => error,
      )
      expect(end instanceof Refusal || typeof end === 'string' ? 'well' : end).toBe('well')
    })
    await fc.assert(law, { numRuns: 50 })
  })
})

describe('a file that nobody prepared', () => {
  it.each([
    ['utf-8', 'utf-8', Buffer.from('name;plaats\nJosé;Malmö\n')],
    ['utf-8', 'UTF-8 with a mark', Buffer.from('\ufeffname;plaats\nJosé;Malmö\n')],
    ['windows-1252', 'Windows-1252', iconv.encode('name;plaats\nJosé;Malmö\n', 'windows-1252')],
    ['macintosh', 'of an old Macintosh', iconv.encode('name;plaats\nJosé;Malmö\n', 'macintosh')],
    ['utf-16le', 'UTF-16 with a mark', iconv.encode('\ufeffname;plaats\nJosé;Malmö\n', 'utf-16le')],
    ['utf-16be', 'UTF-16 without a mark', iconv.encode('name;plaats\nJosé;Malmö\n', 'utf-16be')],
  ])('is read as %s when it is %s', async (encoding, _what, content) => {
    const [file] = await seen({ 'people.csv': content })
    expect(file?.encoding).toBe(encoding)
    expect(file?.header.names).toEqual(['name', 'plaats'])
    expect(file?.columns.map((column) => [...column.values.keys()])).toEqual([['José'], ['Malmö']])
  })

  it('may have a title above its header, empty rows and empty columns at the end', async () => {
    const [file] = await seen({
      'report.csv': 'Open deals of March,,,\n\nname,amount,,\nAnn,5,,\n,,,\nBob,6,,\n',
    })
    expect(file?.header).toEqual({ line: 3, names: ['name', 'amount'] })
    expect(file?.rows).toBe(2)
  })

  it('keeps single rows of a wrong length apart, with their lines', async () => {
    const [file] = await seen({ 'deals.csv': `name,amount\nAnn,5\n"Bob\nLee",6,7\nCid\nDot,8\n` })
    expect(file?.misshapen).toEqual([
      { line: 3, reason: 'The row has 3 cells, the header has 2.' },
      { line: 5, reason: 'The row has 1 cells, the header has 2.' },
    ])
  })
})
