import { afterAll, describe, expect, it } from 'vitest'
import { exampleFolder } from '../../fixtures/example-folder.ts'
import { fc } from '../../fixtures/seeded.ts'
import type { Column, Value } from '../engine/index.ts'
import { formatNamed } from './index.ts'

const folder = await exampleFolder({})
afterAll(() => folder.remove())
const { warehouse } = folder.data

/** Signs of formulas, what cuts a text in two, quotes, line ends, letters of other alphabets, and the controls. */
const signs = [...'=+-@;,"\'\t\r\n\0\u0001＝＋－＠', 'a', 'ø', '漢', '😀', ' ', '\uFEFF', '\u2028']
const text = fc.oneof(
  fc.array(fc.constantFrom(...signs), { maxLength: 8 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 12 }),
)
const day = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString())
const amount = fc.integer({ min: -(10 ** 12), max: 10 ** 12 }).map((tenThousandths) => tenThousandths / 10_000)
const number = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.double({ min: -1e24, max: 1e24 }),
  fc.double({ min: -1e-4, max: 1e-4 }),
)

const columns: readonly (Column & { readonly values: fc.Arbitrary<Value> })[] = [
  { name: 'id', label: 'Id', kind: 'id', values: text },
  { name: 'name', label: '=Name', kind: 'text', values: text },
  // Two columns of one name are two columns all the same.
  { name: 'name', label: 'Name', kind: 'text', values: text },
  { name: 'won', label: 'Won', kind: 'flag', values: fc.boolean() },
  { name: 'score', label: 'Score', kind: 'number', values: number },
  { name: 'share', label: 'Share', kind: 'percent', values: number },
  { name: 'amount', label: 'Amount', kind: 'money', values: amount },
  { name: 'length', label: 'Length', kind: 'duration', values: fc.maxSafeInteger() },
  { name: 'on', label: 'On', kind: 'day', values: day.map((at) => at.slice(0, 10)) },
  { name: 'at', label: 'At', kind: 'instant', values: day.map((at) => at.slice(0, -1)) },
]

const row = fc.tuple(...columns.map(({ values }) => fc.option(values)))

/** The rows as a SELECT gives them, in their order. */
function given(rows: readonly (readonly Value[])[]) {
  const cell = (nth: number, index: number) =>
    warehouse.dialect.parameter(nth * columns.length + index + 1, columns[index]?.kind ?? 'text')
  const sql = rows.map((values, nth) => `(${values.map((_, index) => cell(nth, index)).join(', ')})`)
  return { sql: `SELECT * FROM (VALUES ${sql.join(', ')}) AS given`, values: rows.flat(), columns }
}

async function inJavaScript(rows: readonly (readonly Value[])[]): Promise<string> {
  const { rows: read } = await warehouse.run(given(rows))
  const batches = async function* () {
    yield read
  }
  return (await Array.fromAsync(formatNamed('csv').write(columns, batches()))).join('')
}

async function inTheEngine(rows: readonly (readonly Value[])[], rowsInBlock: number) {
  const { sql, values } = given(rows)
  const table = await warehouse.run({ sql: warehouse.dialect.lines(sql, columns, rowsInBlock), values, columns: [] })
  const blocks = table.rows.map(([text, rows]) => ({ text: String(text), rows: Number(rows) }))
  const all = async function* () {
    yield* blocks
  }
  const parts = await Array.fromAsync(formatNamed('csv').ofLines(columns, all()))
  return { blocks, text: parts.map(({ text }) => text).join('') }
}

describe('lines that the engine writes', () => {
  it('are those of the format, to the byte, and never too many to a block', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 9 }),
        async (rows, most) => {
          const { blocks, text } = await inTheEngine(rows, most)
          expect(text).toBe(await inJavaScript(rows))
          expect(blocks.every(({ rows }) => rows <= most)).toBe(true)
          expect(blocks.length).toBe(Math.ceil(rows.length / most))
          expect(blocks.reduce((sum, { rows }) => sum + rows, 0)).toBe(rows.length)
        },
      ),
    ))

  it('are those of the format where numbers turn to another form', async () => {
    const numbers = [0, 1e15, 1e16, 1e20, 1e21, 1e-6, 1e-7, 5e-324, 1.7976931348623157e308, 0.1, 1 / 3, -0.5, 100]
    const nothing: readonly Value[] = columns.map(() => null)
    const rows = [...numbers, Number.NaN, Number.POSITIVE_INFINITY].map((each) => nothing.with(4, each))
    expect((await inTheEngine(rows, 4)).text).toBe(await inJavaScript(rows))
  })

  it('are in the order that was asked for', async () => {
    const name: Column = { name: 'name', label: 'Name', kind: 'number' }
    const sql = warehouse.dialect.lines('SELECT range FROM range(20000) ORDER BY range DESC', [name], 1000)
    const { rows } = await warehouse.run({ sql, values: [], columns: [] })
    const expected = Array.from({ length: 20_000 }, (_, nth) => `${19_999 - nth}\r\n`).join('')
    expect(rows.map(([text]) => text).join('')).toBe(expected)
  })
})
