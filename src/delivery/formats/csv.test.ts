import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import type { Column, Value } from '../../engine/index.ts'
import { formats } from '../index.ts'

const columns: readonly Column[] = [
  { name: 'name', label: 'Deal', kind: 'text' },
  { name: 'amount', label: 'Amount', kind: 'money' },
  { name: 'won', label: 'Won', kind: 'flag' },
  { name: 'length', label: 'Length', kind: 'duration' },
  { name: 'custom', label: '=cmd()', kind: 'day' },
]

async function* given(...batches: readonly (readonly (readonly Value[])[])[]) {
  yield* batches
}

async function written(...batches: readonly (readonly (readonly Value[])[])[]): Promise<string> {
  const csv = formats.get('csv')
  const parts = csv ? await Array.fromAsync(csv.write(columns, given(...batches))) : []
  return parts.join('')
}

it('is found in the folder of formats', () => expect(formats.get('csv')).toMatchObject({ extension: 'csv' }))

it('writes what a spreadsheet reads: a byte order mark, headings, a line a row', async () => {
  expect(
    await written([['Ålesund "N"', 12.5, true, 86_400_000, '2026-01-31']], [['b,c;d', null, false, null, null]]),
  ).toBe(
    '\uFEFF"Deal","Amount","Won","Length (ms)","\'=cmd()"\r\n' +
      '"Ålesund ""N""",12.5,"true",86400000,"2026-01-31"\r\n' +
      '"b,c;d",,"false",,\r\n',
  )
})

it('neutralises text that a spreadsheet would run, and leaves numbers numbers', async () => {
  const rows = parse(
    await written([
      ['=1+1', -5, true, -1, null],
      ['-5', 1e21, false, 0, null],
    ]),
    { bom: true },
  )
  expect(rows.slice(1)).toEqual([
    ["'=1+1", '-5', 'true', '-1', ''],
    ["'-5", '1e+21', 'false', '0', ''],
  ])
})

it('has its headings even when there is no row', async () => {
  expect((await written()).split('\r\n')).toHaveLength(2)
})

it('reads a batch only when it is asked for the next part', async () => {
  let read = 0
  async function* endless() {
    for (;;) {
      read += 1
      yield [['a', 1, true, 1, null]]
    }
  }
  const parts = formats.get('csv')?.write(columns, endless())[Symbol.asyncIterator]()
  for (const _ of [1, 2, 3]) await parts?.next()
  expect(read).toBe(2)
  await parts?.return?.()
})
