import { expect, it } from 'vitest'
import { packedRows } from './packed-rows.ts'

it('rows come back in their order, with the columns that were asked for', () => {
  const packed = packedRows(['id', 'stage_id', '_line'])
  const rows = Array.from({ length: 4100 }, (_, at) => ({
    id: `${at}`,
    stage_id: at % 3 ? 'won' : null,
    _line: at + 2,
  }))
  for (const row of rows) packed.add({ ...row, name: 'Roof' })
  expect([...packed.rows()]).toEqual(rows)
})

it('a column that a row does not have is empty', () => {
  const packed = packedRows(['id', 'stage_id'])
  packed.add({ id: '1' })
  expect([...packed.rows()]).toEqual([{ id: '1', stage_id: null }])
})
