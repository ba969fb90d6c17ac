import { parse } from 'csv-parse/sync'
import { afterAll, describe, expect, it } from 'vitest'
import { exampleFolder } from '../../../fixtures/example-folder.ts'
import { table } from '../../reports/example.ts'
import { allRecords, type Block } from './all-records.ts'
import { records } from './records.ts'

/** A crowded day, quiet ones, one before the calendar begins, and deals without a day. */
const folder = await exampleFolder({
  owner: table`
    id  | name
    ann | Ann
  `,
  deal: table`
    id    | name   | owner_id | created_at
    one   | Alder  | ann      | 2024-03-02T09:00:00Z
    two   | Birch  |          | 2024-03-01T09:00:00Z
    three | Cherry | ann      | 2024-03-01T07:00:00Z
    four  | Date   | ann      | 2024-03-01T12:00:00Z
    five  | Elder  | ann      | 2024-03-01T12:00:00Z
    six   | Fig    |          |
    seven | Grape  | ann      | 2025-01-31T09:00:00Z
    eight | Hazel  | ann      |
    nine  | Ivy    | ann      | 0044-03-15T09:00:00Z
  `,
})
afterAll(() => folder.remove())

const question = { range: 'all-time' } as const
const cell = { measure: 'created' }

async function blocksOf(rowsAtOnce: number, rowsInBlock: number, asides: readonly (() => Promise<unknown>)[] = []) {
  const pace = { rowsAtOnce, rowsInBlock, beginsWithinMs: 60_000 }
  const { blocks } = await allRecords(folder.asking('2024-03-31'), 'sales/deals-created', { question, cell }, pace)
  const all: Block[] = []
  const left = [...asides]
  for await (const block of blocks) {
    all.push(block)
    await left.shift()?.()
  }
  return all
}

async function rowsOf(rowsAtOnce: number, asides: readonly (() => Promise<unknown>)[] = []) {
  const blocks = await blocksOf(rowsAtOnce, 1000, asides)
  const rows: string[][] = parse(blocks.map(({ text }) => text).join(''))
  return rows
}

describe('all records behind a figure', () => {
  it.each([1, 2, 3, 100])('are the same, by their day, when %i are read at once', async (rowsAtOnce) => {
    const rows = await rowsOf(rowsAtOnce)
    const ids = ['nine', 'five', 'four', 'three', 'two', 'one', 'seven', 'eight', 'six']
    expect(rows.map(([id]) => id)).toEqual(ids)
    expect(rows).toEqual(await rowsOf(1000))
  })

  it.each([1, 2, 3, 100])('come as texts of at most %i rows', async (rowsInBlock) => {
    const blocks = await blocksOf(4, rowsInBlock)
    const counted = blocks.map(({ text }) => parse(text).length)
    expect(counted).toEqual(blocks.map(({ rows }) => rows))
    expect(Math.max(...counted)).toBeLessThanOrEqual(rowsInBlock)
    expect(blocks.map(({ text }) => text).join('')).toBe((await blocksOf(1000, 1000)).map(({ text }) => text).join(''))
  })

  it('are as many as the list has', async () => {
    const page = await records(folder.asking('2024-03-31'), 'sales/deals-created', { question, cell })
    expect((await rowsOf(2)).length).toBe(page.count)
  })

  it('are those of one load, whatever is loaded while they are read', async () => {
    const before = await rowsOf(1)
    const land = (id: string) =>
      folder.data.landing.land('test', (batch) =>
        batch.write('deal', ['id', 'name', 'created_at'], [{ id, name: 'Later', created_at: '2024-03-01T08:00:00Z' }]),
      )
    const change = async () => {
      await land('new')
      await land('one')
      await folder.data.warehouse.refresh()
    }
    expect(await rowsOf(1, [change, () => folder.data.warehouse.rebuild()])).toEqual(before)
    expect((await rowsOf(1)).length).toBe(before.length + 1)
  })
})
