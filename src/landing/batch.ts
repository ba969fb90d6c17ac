import { randomUUID } from 'node:crypto'
import { copyFile, rename } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Account, CustomField, EntityName } from '../model/index.ts'
import type { Original } from './batch-record.ts'
import { doubtsOf } from './doubts.ts'
import { remove, settle } from './files.ts'
import type { Batch } from './landing.ts'
import type { Segment, SegmentFormat } from './segment.ts'
import { checksum, type WrittenFile, writeRows } from './segment-file.ts'

export type NewSegment = Omit<Segment, 'seq' | 'source' | 'landedAt'>
export type KeptFile = Omit<Original, 'importedAt'>

/** Where a run can be cut off; tests do so. */
export type Step = (name: string) => void

/** Collects what one `land` call adds: files are already in place, but nothing names them yet. */
export class OpenBatch implements Batch {
  readonly segments: NewSegment[] = []
  readonly files: KeptFile[] = []
  readonly fields: CustomField[] = []
  readonly cursors = new Map<string, string>()
  account: Account | null = null
  readonly #folder: string
  readonly #isKept: (key: string) => boolean
  readonly #step: Step

  constructor(folder: string, isKept: (key: string) => boolean, step: Step) {
    this.#folder = folder
    this.#isKept = isKept
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
    this.#add(file, stream, 'ndjson.zst', columns, written, origin ?? null)
  }

  async adopt(stream: EntityName, parquetFile: string, columns: readonly string[], rows: number): Promise<void> {
    const file = this.#name(stream, 'parquet')
    const written = await this.#place(file, async (part) => {
      await move(parquetFile, part)
      return { rows, ...(await checksum(part)) }
    })
    this.#add(file, stream, 'parquet', columns, written, null)
  }

  async keepFile(path: string, key: string): Promise<void> {
    if (this.#isKept(key)) return
    const file = join('files', `${randomUUID()}-${basename(path).replaceAll(/[^\w.-]/g, '_')}`)
    const copied = await this.#place(file, async (part) => {
      await copyFile(path, part)
      return checksum(part)
    })
    this.files.push({ key, name: basename(path), file, ...copied })
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

  setAccount(account: Account): void {
    this.account = account
  }

  /** Takes back everything, after a failure. */
  async undo(): Promise<void> {
    for (const { file } of [...this.segments, ...this.files]) await remove(join(this.#folder, file))
  }

  #name(stream: EntityName, format: SegmentFormat): string {
    return join('segments', `${stream}-${randomUUID()}.${format}`)
  }

  async #place<R>(file: string, fill: (part: string) => Promise<R>): Promise<R> {
    const path = join(this.#folder, file)
    const part = `${path}.part`
    try {
      const result = await fill(part)
      this.#step('written')
      await settle(part, path)
      this.#step('settled')
      return result
    } catch (error) {
      await remove(part)
      await remove(path)
      throw error
    }
  }

  #add(
    file: string,
    stream: EntityName,
    format: SegmentFormat,
    columns: readonly string[],
    written: WrittenFile,
    origin: string | null,
  ): void {
    this.segments.push({ file, stream, format, columns: [...columns], origin, ...written })
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
