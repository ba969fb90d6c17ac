import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { readRecord, recordText } from './batch-record.ts'
import { digestOf } from './digest.ts'
import { remove, settle } from './files.ts'
import type { LandedState, Snapshot } from './landed-state.ts'
import { content, original, segment } from './record-shape.ts'
import { revision } from './revision.ts'

/** Raised when the snapshot is made in another way. Another format is no use, and is made again. */
const checkpointFormat = 1

const checkpointFile = 'checkpoint.json'

const count = z.int().nonnegative()
const seqs = z.array(count)

const snapshot = z.strictObject({
  through: count,
  landedAt: z.string(),
  seq: count,
  revision: count,
  segments: z.array(segment),
  originals: z.array(original),
  batches: z.array(
    z.strictObject({
      number: count,
      first: count,
      stands: z.boolean(),
      isPlain: z.boolean(),
      ever: seqs,
      content: z.strictObject({ ...content, segments: seqs }),
    }),
  ),
  replaced: z.array(z.tuple([segment.shape.file, count])),
  documents: z.array(z.strictObject({ latest: revision, batches: seqs })),
})

const sealed = z.strictObject({
  format: z.literal(checkpointFormat),
  checksum: z.string(),
  /** Checksums of the last records, by number: they tell whether these are the records it was made from. */
  records: z.array(z.tuple([count, z.string()])).min(1),
  state: z.unknown(),
})

/** What the records up to one say, read in place of them. It is made from them, and can be made again. */
export interface Checkpoint {
  readonly state: Snapshot
  readonly records: readonly (readonly [number: number, checksum: string])[]
}

/** Null when there is none of any use. */
export async function readCheckpoint(folder: string): Promise<Checkpoint | null> {
  const text = await readFile(join(folder, checkpointFile), 'utf8').catch(() => '')
  const found = sealed.safeParse(parsed(text)).data
  if (!found || found.checksum !== digestOf(JSON.stringify(found.state))) return null
  // In the order of keys that it was written in, as of records.
  return snapshot.safeParse(found.state).success ? { state: found.state as Snapshot, records: found.records } : null
}

/** So many of the last records tell whose it is: all but one of them may be lost. */
const witnesses = 8

/** Whether the records that are there are those that it was made from. */
export async function isMadeFrom(folder: string, { records }: Checkpoint): Promise<boolean> {
  const found = await Promise.all(
    records.map(async ([number, sum]) => [await readRecord(folder, number), sum] as const),
  )
  const sound = found.flatMap(([record, sum]) => (record ? [digestOf(recordText(record)) === sum] : []))
  return sound.length > 0 && sound.every(Boolean)
}

/** Takes the place of the former one. Without any record there is nothing to note. */
export async function writeCheckpoint(folder: string, state: LandedState): Promise<void> {
  const path = join(folder, checkpointFile)
  const last = Array.from({ length: Math.min(witnesses, state.through) }, (_, nth) => state.through - nth)
  const found = await Promise.all(last.map((number) => readRecord(folder, number)))
  const records = found.flatMap((record) => (record ? [[record.number, digestOf(recordText(record))] as const] : []))
  if (records.length === 0) return
  const made = JSON.stringify(state.snapshot())
  try {
    const seal = JSON.stringify({ format: checkpointFormat, checksum: digestOf(made), records }).slice(0, -1)
    await writeFile(`${path}.part`, `${seal},"state":${made}}\n`)
    await settle(`${path}.part`, path)
  } catch (error) {
    await remove(`${path}.part`)
    throw error
  }
}

/** The next opening reads every record. */
export const forgetCheckpoint = (dataFolder: string): Promise<void> =>
  remove(join(dataFolder, 'landing', checkpointFile))

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
