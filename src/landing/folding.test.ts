import { expect, it } from 'vitest'
import type { BatchContent } from './batch-record.ts'
import { folding } from './folding.ts'
import type { LandedBatch } from './landed-state.ts'
import type { Segment } from './segment.ts'

const segment = (seq: number): Segment => ({
  seq,
  source: 'pull',
  stream: 'deal',
  format: 'ndjson.zst',
  columns: ['id'],
  rows: 1,
  bytes: 9,
  sha256: '',
  file: `segments/${seq}`,
  origin: null,
  landedAt: '',
})

const batch = (number: number, first: number, count: number, isPlain = true): LandedBatch => {
  const segments = Array.from({ length: count }, (_, nth) => segment(first + nth))
  const content: BatchContent = { segments, originals: [], fields: [], cursors: [], account: null }
  return { number, first: number, content, ever: segments, stands: true, isPlain }
}

it('makes one of plain neighbours, however many segments they have', () => {
  const many = 150_000
  const [one, ...others] = folding([batch(1, 1, many), batch(2, many + 1, 2)], [{ segment: segment(2), of: [1, 2] }])
  expect([others, one?.first, one?.number, one?.content.segments.length]).toEqual([[], 1, 2, many + 1])
})

it('leaves what can be taken back, and what a lost batch stood between, apart', () => {
  const apart = [batch(1, 1, 1), batch(2, 2, 1, false), batch(3, 3, 1), batch(5, 5, 1)]
  expect(folding(apart, []).map(({ number }) => number)).toEqual([1, 2, 3, 5])
})
