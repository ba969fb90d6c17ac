import type { Account, CustomField } from '../model/index.ts'
import {
  type BatchContent,
  type BatchRecord,
  contentsOf,
  type Original,
  readRecord,
  recordNumbers,
} from './batch-record.ts'
import { LandedDocuments } from './landed-documents.ts'
import type { Segment } from './segment.ts'
import { Standing } from './standing.ts'

/** One batch as it counts today. */
export interface LandedBatch {
  readonly number: number
  /** As it was landed, or as it was read anew since another batch was taken back. */
  readonly content: BatchContent
  /** Every segment that it ever was. */
  readonly ever: readonly Segment[]
  /** False once it was taken back. */
  readonly stands: boolean
}

/** What all batch records together say. A record that is entered twice changes nothing. */
export class LandedState {
  readonly documents = new LandedDocuments()
  /** In the order of their numbers. */
  readonly #batches = new Map<number, LandedBatch>()
  /** Every segment and original that was ever landed, whether it counts or not. */
  readonly #segments: Segment[] = []
  readonly #originals = new Map<string, Original>()
  /** Null where it has to be made anew. */
  #standing: Standing | null = new Standing()
  #landedAt = ''
  #seq = 0
  #revision = 0

  constructor(records: readonly BatchRecord[]) {
    for (const record of records) this.enter(record)
  }

  enter(record: BatchRecord): void {
    if (this.#batches.has(record.number)) return
    for (const content of contentsOf(record)) this.#keep(content)
    this.#batches.set(record.number, { number: record.number, content: record, ever: record.segments, stands: true })
    this.documents.enter(record)
    if (record.change) this.#turn(record.number, record.change)
    else this.#standing?.add(record)
  }

  batches(): readonly LandedBatch[] {
    return [...this.#batches.values()]
  }

  segments(after: number): readonly Segment[] {
    return this.standing.segments(after)
  }

  landedAfter(seq: number): number {
    return this.standing.landedAfter(seq)
  }

  /** Segments that are kept, and that no figure is made from: what was taken back, and what was read anew. */
  resting(): readonly Segment[] {
    const standing = new Set(this.segments(0).map(({ seq }) => seq))
    return this.#segments.filter(({ seq }) => !standing.has(seq))
  }

  /** All that were ever kept. */
  originals(): readonly Original[] {
    return [...this.#originals.values()]
  }

  original(key: string): Original | null {
    return this.standing.original(key)
  }

  cursor(source: string, stream: string): string | null {
    return this.standing.cursor(source, stream)
  }

  cursors(source: string): ReadonlyMap<string, string> {
    return this.standing.cursors(source)
  }

  fields(): readonly CustomField[] {
    return this.standing.fields()
  }

  doubts(): readonly string[] {
    return this.standing.doubts()
  }

  account(): Account | null {
    return this.standing.account()
  }

  /** When the newest segment was landed; empty when there is none. */
  get landedAt(): string {
    return this.#landedAt
  }

  /** The last segment's number. */
  get seq(): number {
    return this.#seq
  }

  /** The last record that changed which batches count; 0 when none did. */
  get revision(): number {
    return this.#revision
  }

  get standing(): Standing {
    this.#standing ??= standingOf(this.#batches.values())
    return this.#standing
  }

  #keep({ segments, originals }: BatchContent): void {
    for (const original of originals) this.#originals.set(original.key, original)
    for (const segment of segments) {
      this.#segments.push(segment)
      this.#seq = Math.max(this.#seq, segment.seq)
      if (segment.landedAt > this.#landedAt) this.#landedAt = segment.landedAt
    }
  }

  #turn(number: number, { takenBack, again, reread }: NonNullable<BatchRecord['change']>): void {
    for (const one of takenBack) this.#put(one, { stands: false })
    for (const one of again) this.#put(one, { stands: true })
    for (const { batch, ...content } of reread)
      this.#put(batch, { content, ever: [...(this.#batches.get(batch)?.ever ?? []), ...content.segments] })
    this.#revision = number
    this.#standing = null
  }

  /** The record of a batch may be lost. */
  #put(number: number, changed: Partial<LandedBatch>): void {
    const batch = this.#batches.get(number)
    if (batch) this.#batches.set(number, { ...batch, ...changed })
  }
}

export function standingOf(batches: Iterable<LandedBatch>): Standing {
  const standing = new Standing()
  for (const { stands, content } of batches) if (stands) standing.add(content)
  return standing
}

/** What counted when a record was written, of the batches before one. */
export async function standingBefore(folder: string, record: number, batch: number): Promise<Standing> {
  const numbers = (await recordNumbers(folder)).filter((number) => number <= record)
  const records = await Promise.all(numbers.map((number) => readRecord(folder, number)))
  const state = new LandedState(records.filter((one) => one !== null))
  return standingOf(state.batches().filter(({ number }) => number < batch))
}
