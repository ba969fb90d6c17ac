import { existsSync } from 'node:fs'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Refusal } from '../errors/index.ts'
import type { Account, CustomField } from '../model/index.ts'
import { digestOf } from './digest.ts'
import { settle } from './files.ts'
import { recordShape } from './record-shape.ts'
import type { Revision } from './revision.ts'
import type { Segment } from './segment.ts'

/** The bytes of a file that was imported, as they came. */
export interface Original {
  /** Of content and mapping: what the import is remembered by. */
  readonly key: string
  readonly name: string
  /** Path below the landing folder. */
  readonly file: string
  readonly importedAt: string
  /** Of the content; null where an older Plumbline did not note it. */
  readonly sha256: string | null
  readonly bytes: number | null
}

export interface Cursor {
  readonly source: string
  readonly stream: string
  readonly cursor: string
}

/** What one pull or one import brought. */
export interface BatchContent {
  readonly segments: readonly Segment[]
  readonly originals: readonly Original[]
  readonly fields: readonly CustomField[]
  readonly cursors: readonly Cursor[]
  /** The settings of the company, when they were set. */
  readonly account: Account | null
}

/** Another word about which batches count. Nothing that was landed goes: what no longer counts rests. */
export interface Change {
  /** Numbers of batches that no longer count. */
  readonly takenBack: readonly number[]
  /** Numbers of batches that had been taken back and count again. */
  readonly again: readonly number[]
  /** What batches that came later are, read anew without, or with, those: it takes the place of what they were. */
  readonly reread: readonly (BatchContent & { readonly batch: number })[]
}

/** A segment that holds all rows of others, and takes their place. */
export interface Join {
  readonly segment: Segment
  /** Numbers of those others, in their order. */
  readonly of: readonly number[]
}

/** All that one commit added to landing. Records and segments together are the truth; the manifest is made from the records. */
export interface BatchRecord extends BatchContent {
  /** From 1, in the order of the commits. */
  readonly number: number
  readonly change?: Change
  /** What documents were made in it; absent where none was. */
  readonly documents?: readonly Revision[]
  /** What was joined in it; absent where nothing was. */
  readonly joins?: readonly Join[]
}

/** All that a record brought: its own content, and what was read anew. */
export const contentsOf = (record: BatchRecord): readonly BatchContent[] => [record, ...(record.change?.reread ?? [])]

/** The files that a record names, also those whose rows were joined since. */
export const filesOf = (record: BatchRecord): readonly (Segment | Original)[] => [
  ...contentsOf(record).flatMap(({ segments, originals }) => [...segments, ...originals]),
  ...(record.joins ?? []).map(({ segment }) => segment),
]

/** Raised when records are written in another way; older ones stay readable. */
const recordFormat = 3

/** The oldest format that can say it, so that an older Plumbline reads on where nothing of the kind was done. */
const formatOf = ({ change, documents, joins }: BatchRecord): number =>
  joins ? recordFormat : change || documents ? 2 : 1

const envelope = z.strictObject({ format: z.int().positive(), checksum: z.string(), batch: z.unknown() })

export const recordFolder = 'batches'

export const recordFile = (number: number): string => join(recordFolder, `${String(number).padStart(8, '0')}.json`)

const checksumOf = (batch: unknown): string => digestOf(JSON.stringify(batch))

/** A record as its file holds it. */
export const recordText = (batch: BatchRecord): string =>
  `${JSON.stringify({ format: formatOf(batch), checksum: checksumOf(batch), batch })}\n`

/** Puts a record in place, for good: from then on its batch is landed. When it fails, nothing is there. */
export async function writeRecord(folder: string, batch: BatchRecord): Promise<void> {
  const path = join(folder, recordFile(batch.number))
  const part = `${path}.part`
  if (existsSync(path)) throw new Error(`the batch ${batch.number} has a record already`)
  try {
    await writeFile(part, recordText(batch))
    await settle(part, path)
  } catch (error) {
    for (const half of [part, path]) await rm(half, { force: true })
    throw error
  }
}

/** The numbers of the records that are there, in their order. */
export async function recordNumbers(folder: string): Promise<readonly number[]> {
  const names = await readdir(join(folder, recordFolder)).catch(() => [])
  return names
    .flatMap((name) => /^(\d{8,})\.json$/.exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((one, other) => one - other)
}

/** Null when the record is not as it was written. Refuses one of a later format. */
export async function readRecord(folder: string, number: number): Promise<BatchRecord | null> {
  const path = join(folder, recordFile(number))
  const record = recordIn(await readFile(path, 'utf8').catch(unreadable), path)
  return record?.number === number ? record : null
}

/** The record that a text holds; `path` is where it was found. */
export function recordIn(text: string, path: string): BatchRecord | null {
  const written = parsed(text)
  const found = z.object({ format: z.number() }).safeParse(written).data?.format ?? 0
  if (found > recordFormat) throw new Refusal('data-newer', { file: path, found, known: recordFormat })
  const sealed = envelope.safeParse(written).data
  if (sealed === undefined || sealed.checksum !== checksumOf(sealed.batch)) return null
  // In the order of keys that it was written in, so that it can be written the same again.
  return recordShape.safeParse(sealed.batch).success ? (sealed.batch as BatchRecord) : null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** A folder in its place, or a block that cannot be read, is a damaged record. */
function unreadable(error: NodeJS.ErrnoException): string {
  if (error.code === 'EISDIR' || error.code === 'EIO' || error.code === 'ENOENT') return ''
  throw error
}
