import type { Account, CustomField } from '../model/index.ts'
import type { BatchContent, Cursor, Original } from './batch-record.ts'
import { doubtsIn, namedAsToday } from './doubts.ts'
import type { Segment } from './segment.ts'

/** What the batches that count say together. */
export class Standing {
  readonly #segments = new Map<number, Segment>()
  readonly #originals = new Map<string, Original>()
  readonly #cursors = new Map<string, Cursor>()
  readonly #fields = new Map<string, CustomField>()
  #account: Account | null = null
  /** In landing order; made again after a batch. */
  #ordered: readonly Segment[] | null = null

  /** The content of the next batch, in the order of the batches. */
  add({ segments, originals, fields, cursors, account }: BatchContent): void {
    for (const segment of segments) this.#segments.set(segment.seq, segment)
    for (const original of originals) this.#originals.set(original.key, original)
    for (const field of fields) this.#fields.set(keyOf(field.entity, field.name), field)
    for (const cursor of cursors.map(namedAsToday)) this.#cursors.set(keyOf(cursor.source, cursor.stream), cursor)
    this.#account = account ?? this.#account
    this.#ordered = null
  }

  segments(after: number): readonly Segment[] {
    this.#ordered ??= [...this.#segments.values()].sort((one, other) => one.seq - other.seq)
    return after <= 0 ? this.#ordered : this.#ordered.slice(this.#ordered.length - this.landedAfter(after))
  }

  landedAfter(seq: number): number {
    const all = this.segments(0)
    return all.length - 1 - all.findLastIndex((segment) => segment.seq <= seq)
  }

  original(key: string): Original | null {
    return this.#originals.get(key) ?? null
  }

  cursor(source: string, stream: string): string | null {
    return this.#cursors.get(keyOf(source, stream))?.cursor ?? null
  }

  cursors(source: string): ReadonlyMap<string, string> {
    const own = [...this.#cursors.values()].filter((one) => one.source === source)
    return new Map(own.map(({ stream, cursor }) => [stream, cursor]))
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
}

const keyOf = (...parts: readonly string[]): string => parts.join('\0')
