import { join } from 'node:path'
import type { Account, CustomField } from '../model/index.ts'
import {
  type BatchContent,
  type BatchRecord,
  contentsOf,
  type Original,
  readRecord,
  recordFile,
  recordNumbers,
} from './batch-record.ts'
import { folding } from './folding.ts'
import { type LandedDocument, LandedDocuments } from './landed-documents.ts'
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
  /** Where it is several batches in one: the number of the first, of which `number` is the last. */
  readonly first: number
  /** Whether it may become one with its neighbours: nobody takes it back, and nothing is read anew for it. */
  readonly isPlain: boolean
}

/** What all batch records up to one say together, as data. Batches name their segments by number. */
export interface Snapshot {
  /** The number of that record. */
  readonly through: number
  readonly landedAt: string
  readonly seq: number
  readonly revision: number
  readonly segments: readonly Segment[]
  readonly originals: readonly Original[]
  readonly batches: readonly (Omit<LandedBatch, 'content' | 'ever'> & {
    readonly content: Omit<BatchContent, 'segments'> & { readonly segments: readonly number[] }
    readonly ever: readonly number[]
  })[]
  readonly replaced: readonly (readonly [file: string, by: number])[]
  readonly documents: readonly LandedDocument[]
}

/** What all batch records together say. A record that is entered twice changes nothing. */
export class LandedState {
  readonly documents = new LandedDocuments()
  /** In the order of their numbers. */
  readonly #batches = new Map<number, LandedBatch>()
  /** Every segment and original that was ever landed and is kept, whether it counts or not. */
  readonly #segments = new Map<number, Segment>()
  readonly #originals = new Map<string, Original>()
  /** Null where it has to be made anew. */
  #standing: Standing | null = new Standing()
  /** The files of segments that were joined, each with the number of the segment that holds its rows. */
  readonly #replaced = new Map<string, number>()
  #landedAt = ''
  #seq = 0
  #revision = 0
  #through = 0

  constructor(records: Iterable<BatchRecord>, before: Snapshot | null = null) {
    if (before) this.#restore(before)
    for (const record of records) this.enter(record)
  }

  /** In the order of their numbers. */
  enter(record: BatchRecord): void {
    const { number, segments: ever } = record
    if (number <= this.#through) return
    this.#through = number
    for (const content of contentsOf(record)) this.#keep(content)
    const isPlain = !record.change && record.originals.length === 0 && record.account === null
    this.#batches.set(number, { number, first: number, content: record, ever, stands: true, isPlain })
    this.documents.enter(record)
    if (record.change) this.#turn(record.number, record.change)
    else this.#standing?.add(record)
    this.join(record)
  }

  /** Puts joined segments in the place of those whose rows they hold; which rows count, and in which order, stays as it was. */
  join({ joins = [] }: Pick<BatchRecord, 'joins'>): void {
    if (joins.length === 0) return
    for (const { segment, of } of joins) this.#replace(segment, of)
    const folded = folding(this.#batches.values(), joins)
    this.#batches.clear()
    for (const batch of folded) this.#batches.set(batch.number, batch)
    this.#standing = null
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
    return [...this.#segments.values()].filter(({ seq }) => !standing.has(seq))
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

  /** All of it, as data. */
  snapshot(): Snapshot {
    const seqs = (segments: readonly Segment[]) => segments.map(({ seq }) => seq)
    return {
      through: this.#through,
      landedAt: this.#landedAt,
      seq: this.#seq,
      revision: this.#revision,
      segments: [...this.#segments.values()],
      originals: this.originals(),
      batches: this.batches().map(({ content, ever, ...batch }) => {
        const { segments, originals, fields, cursors, account } = content
        return {
          ...batch,
          ever: seqs(ever),
          content: { segments: seqs(segments), originals, fields, cursors, account },
        }
      }),
      replaced: [...this.#replaced],
      documents: this.documents.snapshot(),
    }
  }

  /** The files of segments that were joined and may still lie there, each with the segment that holds its rows. */
  replaced(): ReadonlyMap<string, Segment | undefined> {
    return new Map([...this.#replaced].map(([file, seq]) => [file, this.#segments.get(seq)]))
  }

  /** Each file below the landing folder that is somebody's, also those of records. */
  *files(): Generator<string> {
    for (const { file } of this.#segments.values()) yield join(file)
    for (const { file } of this.#originals.values()) yield join(file)
    for (const file of this.#replaced.keys()) yield join(file)
    for (let number = 1; number <= this.#through; number++) yield recordFile(number)
  }

  /** These files are gone. */
  forget(files: readonly string[]): void {
    for (const file of files) this.#replaced.delete(file)
  }

  /** The number of the last record that was entered. */
  get through(): number {
    return this.#through
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

  #restore({ through, landedAt, seq, revision, segments, originals, batches, replaced, documents }: Snapshot): void {
    ;[this.#through, this.#landedAt, this.#seq, this.#revision] = [through, landedAt, seq, revision]
    for (const segment of segments) this.#segments.set(segment.seq, segment)
    for (const original of originals) this.#originals.set(original.key, original)
    for (const [file, by] of replaced) this.#replaced.set(file, by)
    const found = (seqs: readonly number[]) => seqs.flatMap((one) => this.#segments.get(one) ?? [])
    for (const { content, ever, ...batch } of batches) {
      const restored = { ...content, segments: found(content.segments) }
      this.#batches.set(batch.number, { ...batch, content: restored, ever: found(ever) })
    }
    this.documents.restore(documents)
    this.#standing = null
  }

  #keep({ segments, originals }: BatchContent): void {
    for (const original of originals) this.#originals.set(original.key, original)
    for (const segment of segments) {
      this.#segments.set(segment.seq, segment)
      this.#seq = Math.max(this.#seq, segment.seq)
      if (segment.landedAt > this.#landedAt) this.#landedAt = segment.landedAt
    }
  }

  #replace(segment: Segment, of: readonly number[]): void {
    const parts = new Set(of)
    for (const [file, seq] of this.#replaced) if (parts.has(seq)) this.#replaced.set(file, segment.seq)
    for (const seq of of) {
      const part = this.#segments.get(seq)
      if (part) this.#replaced.set(part.file, segment.seq)
      this.#segments.delete(seq)
    }
    this.#segments.set(segment.seq, segment)
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
  const state = new LandedState([])
  for (const number of await recordNumbers(folder)) {
    const one = await readRecord(folder, number)
    // What was joined since then lies in other files now.
    if (one && number <= record) state.enter(one)
    else if (one) state.join(one)
  }
  return standingOf(state.batches().filter(({ number }) => number < batch))
}
