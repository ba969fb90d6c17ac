import type { Account, CustomField } from '../model/index.ts'
import type { BatchRecord, Cursor, Original } from './batch-record.ts'
import { doubtsIn } from './doubts.ts'
import type { Segment } from './segment.ts'

/** What all batch records together say. A record that is entered twice changes nothing. */
export class LandedState {
  readonly #segments = new Map<number, Segment>()
  readonly #originals = new Map<string, Original>()
  readonly #cursors = new Map<string, Cursor>()
  readonly #fields = new Map<string, CustomField>()
  #account: Account | null = null
  /** In landing order; made again after a batch. */
  #ordered: readonly Segment[] | null = null
  #landedAt = ''
  #seq = 0

  constructor(records: readonly BatchRecord[]) {
    for (const record of records) this.enter(record)
  }

  enter({ segments, originals, fields, cursors, account }: BatchRecord): void {
    for (const segment of segments) this.#enterSegment(segment)
    for (const original of originals) this.#originals.set(original.key, original)
    for (const field of fields) this.#fields.set(keyOf(field.entity, field.name), field)
    for (const cursor of cursors) this.#cursors.set(keyOf(cursor.source, cursor.stream), cursor)
    this.#account = account ?? this.#account
  }

  segments(after: number): readonly Segment[] {
    this.#ordered ??= [...this.#segments.values()].sort((one, other) => one.seq - other.seq)
    return after <= 0 ? this.#ordered : this.#ordered.filter(({ seq }) => seq > after)
  }

  landedAfter(seq: number): number {
    return -1 - this.segments(0).findLastIndex((segment) => segment.seq <= seq) + this.#segments.size
  }

  originals(): readonly Original[] {
    return [...this.#originals.values()]
  }

  original(key: string): Original | null {
    return this.#originals.get(key) ?? null
  }

  cursor(source: string, stream: string): string | null {
    return this.#cursors.get(keyOf(source, stream))?.cursor ?? null
  }

  fields(): readonly CustomField[] {
    return [...this.#fields].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, field]) => field)
  }

  doubts(): readonly string[] {
    return doubtsIn(this.#cursors.values())
  }

  account(): Account | null {
    return this.#account
  }

  /** When the newest segment was landed; empty when there is none. */
  get landedAt(): string {
    return this.#landedAt
  }

  /** The last segment's number. */
  get seq(): number {
    return this.#seq
  }

  #enterSegment(segment: Segment): void {
    this.#segments.set(segment.seq, segment)
    this.#ordered = null
    this.#seq = Math.max(this.#seq, segment.seq)
    if (segment.landedAt > this.#landedAt) this.#landedAt = segment.landedAt
  }
}

const keyOf = (...parts: readonly string[]): string => parts.join('\0')
