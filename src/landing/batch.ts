import { randomUUID } from 'node:crypto'
import { copyFile, rename } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Account, CustomField, EntityName } from '../model/index.ts'
import type { Original } from './batch-record.ts'
import { doubtsOf } from './doubts.ts'
import { remove, settle } from './files.ts'
import type { Batch } from './landing.ts'
import type { Revision } from './revision.ts'
import type { Segment, SegmentFormat } from './segment.ts'
import { checksum, type WrittenFile, writeRows } from './segment-file.ts'

export type NewSegment = Omit<Segment, 'seq' | 'source' | 'landedAt'>
export type KeptFile = Omit<Original, 'importedAt'>

/** Where a run can be cut off; tests do so. */
export type Step = (name: string) => void

/** What is there already, and need not be kept twice. */
export interface There {
  /** Whether a batch that counts has a file under this key. */
  isKept(key: string): boolean
  /** A file that was kept under this key for a batch that counts no more, or lies where it was kept; null: keep it anew. */
  original(key: string, path: string): Original | null
  /** A segment file that holds just these bytes; null: write another one. */
  segmentFile(sha256: string): Promise<string | null>
}

/** Collects what one `land` call adds: files are already in place, but nothing names them yet. */
export class OpenBatch implements Batch {
  readonly segments: NewSegment[] = []
  readonly files: KeptFile[] = []
  /** Kept before, for batches that count no more. */
  readonly keptBefore: Original[] = []
  readonly fields: CustomField[] = []
  readonly cursors = new Map<string, string>()
  readonly documents: Revision[] = []
  account: Account | null = null
  readonly #folder: string
  readonly #there: There
  readonly #step: Step
  /** Files that this batch wrote. */
  readonly #own: string[] = []

  constructor(folder: string, there: There, step: Step) {
    this.#folder = folder
    this.#there = there
    this.#step = step
  }

  async write(
    stream: EntityName,
    columns: readonly string[],
    rows: Parameters<Batch['write']>[2],
    origin?: string,
  ): Promise<void> {
    const file = this.#name(stream, 'ndjson.zst')
    const written = await this.#place(file, (part) => writeRows(part, columns, rows))
    this.#add(stream, 'ndjson.zst', columns, written, origin ?? null)
  }

  async adopt(stream: EntityName, parquetFile: string, columns: readonly string[], rows: number): Promise<void> {
    const file = this.#name(stream, 'parquet')
    const written = await this.#place(file, async (part) => {
      await move(parquetFile, part)
      return { rows, ...(await checksum(part)) }
    })
    this.#add(stream, 'parquet', columns, written, null)
  }

  async keepFile(path: string, key: string): Promise<void> {
    if (this.#there.isKept(key)) return
    const before = this.#there.original(key, path)
    if (before) return void this.keptBefore.push(before)
    const file = join('files', `${randomUUID()}-${basename(path).replaceAll(/[^\w.-]/g, '_')}`)
    const copied = await this.#place(file, async (part) => {
      await copyFile(path, part)
      return checksum(part)
    })
    this.files.push({ key, name: basename(path), ...copied })
  }

  define(fields: readonly CustomField[]): void {
    this.fields.push(...fields)
  }

  moveCursor(stream: string, cursor: string): void {
    this.cursors.set(stream, cursor)
  }

  doubt(origin: string, sentences: readonly string[]): void {
    this.cursors.set(doubtsOf(origin), JSON.stringify(sentences))
  }

  revise(...revisions: readonly Revision[]): void {
    this.documents.push(...revisions)
  }

  setAccount(account: Account): void {
    this.account = account
  }

  /** Takes back everything, after a failure. */
  async undo(): Promise<void> {
    for (const file of this.#own) await remove(join(this.#folder, file))
  }

  #name(stream: EntityName, format: SegmentFormat): string {
    return join('segments', `${stream}-${randomUUID()}.${format}`)
  }

  async #place<R extends { readonly sha256: string }>(
    file: string,
    fill: (part: string) => Promise<R>,
  ): Promise<R & { readonly file: string }> {
    const path = join(this.#folder, file)
    const part = `${path}.part`
    try {
      const result = await fill(part)
      this.#step('written')
      const there = await this.#there.segmentFile(result.sha256)
      if (there === null) await settle(part, path)
      else await remove(part)
      if (there === null) this.#own.push(file)
      this.#step('settled')
      return { ...result, file: there ?? file }
    } catch (error) {
      await remove(part)
      await remove(path)
      throw error
    }
  }

  #add(
    stream: EntityName,
    format: SegmentFormat,
    columns: readonly string[],
    written: WrittenFile & { readonly file: string },
    origin: string | null,
  ): void {
    this.segments.push({ stream, format, columns: [...columns], origin, ...written })
  }
}

/** Across disks a rename is a copy. */
async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    await copyFile(from, to)
    await remove(from)
  }
}
