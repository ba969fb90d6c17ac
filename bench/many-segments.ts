import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zstdCompressSync } from 'node:zlib'
import { recordFile, recordText } from '../src/landing/batch-record.ts'
import { openLanding, type Segment } from '../src/landing/index.ts'
import type { EntityName } from '../src/model/index.ts'

const silent = { now: () => Temporal.Now.instant(), log: () => {} }

interface Wish {
  readonly batches: number
  /** Of each batch, one of a stream. */
  readonly streams: readonly EntityName[]
  readonly rows: number
}

/** Makes the landing that so many pulls leave behind, byte for byte, without waiting for the disk after each of them. */
export async function makeManySegments(folder: string, { batches, streams, rows }: Wish): Promise<void> {
  const landing = join(folder, 'landing')
  for (const part of ['segments', 'files', 'batches']) mkdirSync(join(landing, part), { recursive: true, mode: 0o700 })
  for (let number = 1; number <= batches; number++) {
    const at = Temporal.Instant.fromEpochMilliseconds(1_700_000_000_000 + number * 300_000).toString({
      smallestUnit: 'millisecond',
    })
    const segments = streams.map((stream, nth) =>
      written(landing, stream, (number - 1) * streams.length + nth + 1, rows, at),
    )
    const cursors = [{ source: 'pull', stream: 'deal', cursor: String(number) }]
    const record = { number, segments, originals: [], fields: [], cursors, account: null }
    writeFileSync(join(landing, recordFile(number)), recordText(record), { mode: 0o600 })
  }
  ;(await openLanding(folder, silent, 'write')).close()
}

const rowOf = (stream: EntityName, seq: number, row: number, at: string) => {
  const id = String((seq * 7919 + row * 104729) % 50_000)
  switch (stream) {
    case 'deal':
      return {
        id,
        name: `Deal ${id} as of ${seq}`,
        owner_id: String(Number(id) % 20),
        amount_in_currency: String(seq % 900),
        created_at: '2023-11-20T09:00:00Z',
        _version: at,
      }
    case 'contact':
      return { id, owner_id: String(Number(id) % 20), created_at: '2023-11-20T09:00:00Z', _version: at }
    default:
      return { id: `${seq}-${row}`, type: 'CALL', owner_id: String(Number(id) % 20), occurred_at: at, _version: at }
  }
}

function written(landing: string, stream: EntityName, seq: number, rows: number, landedAt: string): Segment {
  const all = Array.from({ length: rows }, (_, row) => rowOf(stream, seq, row, landedAt))
  const columns = Object.keys(all[0] ?? {})
  const text = all.map((row, at) => `{"_row":${at + 1},${JSON.stringify(row).slice(1)}\n`).join('')
  const bytes = zstdCompressSync(text)
  const name = `${stream}-00000000-0000-0000-0000-${String(seq).padStart(12, '0')}`
  const file = join('segments', `${name}.ndjson.zst`)
  writeFileSync(join(landing, file), bytes, { mode: 0o600 })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return {
    seq,
    source: 'pull',
    stream,
    format: 'ndjson.zst',
    columns,
    origin: null,
    file,
    rows,
    bytes: bytes.length,
    sha256,
    landedAt,
  }
}
