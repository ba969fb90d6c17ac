import { existsSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Effects } from '../effects.ts'
import { Refusal } from '../errors/index.ts'
import { type BatchRecord, readRecord, recordFile, recordFolder, recordNumbers, writeRecord } from './batch-record.ts'
import { type Checkpoint, isMadeFrom, readCheckpoint } from './checkpoint.ts'
import { makeFolder } from './files.ts'
import { LandedState } from './landed-state.ts'
import type { Access } from './landing.ts'
import { type FoundManifest, Manifest, readManifest } from './manifest.ts'
import { type FoundRecords, type Reconciled, reconcile, sentencesOf } from './reconcile.ts'
import { asideFolder, countAside, namedFiles, putBack, setAside, unnamedFiles } from './set-aside.ts'

/** What landing knows, and what was done, or is to be done, so that manifest, records and files agree. */
export interface Opened {
  readonly state: LandedState
  /** Null when only reading. */
  readonly manifest: Manifest | null
  /** The number of the last batch, also when nobody has its record any more. */
  readonly newest: number
  /** Segment numbers up to here may belong to records that are lost, and are not given again. */
  readonly reserved: number
  /** The number of the last record that the checkpoint has; 0 when there is none. */
  readonly checkpoint: number
  readonly notices: readonly string[]
}

const pathOf = (dataFolder: string): string => join(dataFolder, 'plumbline.sqlite')

/** Opens for writing: records and manifest are completed from each other, what nothing names is set aside. */
export async function openForWriting(dataFolder: string, folder: string, effects: Effects): Promise<Opened> {
  for (const part of ['segments', 'files', recordFolder]) await makeFolder(join(folder, part))
  const known = await knownBefore(dataFolder, folder, 'write')
  const isUpgrade = await upgrade(folder, known.manifest)
  const { checkpoint, found, manifest: copy, from } = isUpgrade ? await upgraded(folder, known) : known
  const reconciled = reconcile(found, copy, from)
  if (reconciled.useless) await manifestAside(dataFolder, reconciled.useless, effects)
  const opened = knownOf(reconciled, checkpoint)
  await settleFiles(folder, reconciled, opened.state, effects)
  const manifest = new Manifest(pathOf(dataFolder))
  manifest.complete(reconciled.toEnter, known.manifest.kind === 'older')
  const sentences = isUpgrade ? [] : sentencesOf(reconciled, true)
  return { ...opened, manifest, notices: [...sentences, ...(await asideNotices(folder))] }
}

/** Opens for reading: nothing on disk is touched. */
export async function openForReading(dataFolder: string, folder: string): Promise<Opened> {
  const { checkpoint, found, manifest, from } = await knownBefore(dataFolder, folder, 'read')
  const reconciled = reconcile(found, manifest, from)
  const opened = knownOf(reconciled, checkpoint)
  if (manifest.kind === 'older' && reconciled.records.length === 0)
    throw new Refusal('data-older', { folder: dataFolder })
  const unnamed = await unnamedFiles(folder, namedIn(reconciled, opened.state))
  const strays =
    unnamed.length > 0
      ? [`${files(unnamed.length)} in ${folder} that no record names: the next start sets them aside.`]
      : []
  const notices = [...sentencesOf(reconciled, false), ...strays, ...(await asideNotices(folder))]
  return { ...opened, manifest: null, notices }
}

/** More segments than any batch has. */
const mostInBatch = 100_000

function knownOf({ records, lost }: Reconciled, checkpoint: Checkpoint | null): Omit<Opened, 'manifest' | 'notices'> {
  const state = new LandedState(records, checkpoint?.state)
  const last = records.at(-1)?.number ?? 0
  const after = lost.filter((number) => number > last).length
  const through = checkpoint?.state.through ?? 0
  return { state, newest: last + after, reserved: state.seq + after * mostInBatch, checkpoint: through }
}

/** What is known before records and manifest are compared: from the checkpoint on where it is of use, else all. */
interface Known {
  readonly checkpoint: Checkpoint | null
  readonly found: FoundRecords
  readonly manifest: FoundManifest
  /** The first number of both. */
  readonly from: number
}

async function knownBefore(dataFolder: string, folder: string, access: Access): Promise<Known> {
  const path = pathOf(dataFolder)
  const numbers = await recordNumbers(folder)
  const checkpoint = await checkpointOf(folder)
  const from = checkpoint?.state.through ?? 1
  if (checkpoint && numbers[from - 1] === from) {
    const manifest = readManifest(path, access, from)
    const found = await foundRecords(folder, numbers.slice(from - 1))
    if (manifest.kind === 'copy' && manifest.records.has(from)) return { checkpoint, found, manifest, from }
  }
  const found = await foundRecords(folder, numbers)
  return { checkpoint, found, manifest: readManifest(path, access, 1), from: 1 }
}

/** Null where it was made from other records than those that are there. */
async function checkpointOf(folder: string): Promise<Checkpoint | null> {
  const checkpoint = await readCheckpoint(folder)
  return checkpoint && (await isMadeFrom(folder, checkpoint)) ? checkpoint : null
}

const upgraded = async (folder: string, known: Known): Promise<Known> => ({
  ...known,
  found: await foundRecords(folder, await recordNumbers(folder)),
  manifest: { kind: 'missing' },
})

async function foundRecords(folder: string, numbers: readonly number[]): Promise<FoundRecords> {
  const found = new Map<number, BatchRecord | null>()
  for (const number of numbers) found.set(number, await readRecord(folder, number))
  return found
}

/** The manifest of an older Plumbline is written down as the first record, unless that was done. */
async function upgrade(folder: string, found: FoundManifest): Promise<boolean> {
  if (found.kind !== 'older' || !found.whole || (await recordNumbers(folder)).length > 0) return false
  const { segments, account, cursors, fields, originals } = found.whole
  if (account || [segments, cursors, fields, originals].some((some) => some.length > 0))
    await writeRecord(folder, { number: 1, ...found.whole })
  return true
}

/** A manifest of no use is kept beside the new one. */
async function manifestAside(dataFolder: string, why: string, effects: Effects): Promise<void> {
  const path = pathOf(dataFolder)
  const aside = `${path}.damaged-${effects.now().toString({ smallestUnit: 'millisecond' }).replaceAll(':', '')}`
  for (const side of ['', '-journal', '-wal', '-shm'])
    if (existsSync(`${path}${side}`)) await rename(`${path}${side}`, `${aside}${side}`)
  effects.log('manifest set aside', { aside, why })
}

async function settleFiles(
  folder: string,
  reconciled: Reconciled,
  state: LandedState,
  effects: Effects,
): Promise<void> {
  const named = namedIn(reconciled, state)
  const damaged = reconciled.toWrite
    .map(({ number }) => recordFile(number))
    .filter((file) => existsSync(join(folder, file)))
  await setAside(folder, [...(await unnamedFiles(folder, named)), ...damaged], effects.now())
  for (const record of reconciled.toWrite) await writeRecord(folder, record)
  await putBack(folder, named)
}

/** A record that nobody can read stays where it is: it is told of until it is put right. */
const namedIn = ({ records, lost }: Reconciled, state: LandedState): ReadonlySet<string> =>
  new Set([...namedFiles(records), ...lost.map((number) => recordFile(number)), ...state.files()])

const files = (number: number): string => (number === 1 ? 'There is 1 file' : `There are ${number} files`)

async function asideNotices(folder: string): Promise<readonly string[]> {
  const number = await countAside(folder)
  if (number === 0) return []
  return [
    `${files(number)} in ${join(folder, asideFolder)} that no record names, such as those of a run that was killed. Delete them when nobody misses anything.`,
  ]
}
