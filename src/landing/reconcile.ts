import { type BatchRecord, recordFile, recordText } from './batch-record.ts'
import type { FoundManifest } from './manifest.ts'

/** The record files by number; null where one is not as it was written. */
export type FoundRecords = ReadonlyMap<number, BatchRecord | null>

/** What records and manifest say together, and what each of them lacks. */
export interface Reconciled {
  readonly records: readonly BatchRecord[]
  /** Those whose file is missing or damaged, and that the manifest has. */
  readonly toWrite: readonly BatchRecord[]
  /** Those that the manifest does not have. */
  readonly toEnter: readonly BatchRecord[]
  /** Numbers of those that nobody has any more. */
  readonly lost: readonly number[]
  /** Why the manifest is no use, or null. */
  readonly useless: string | null
}

/** The records are the truth; what they lack comes from the manifest, when it is a copy of these records. Both begin with the number `from`. */
export function reconcile(found: FoundRecords, manifest: FoundManifest, from = 1): Reconciled {
  const sound = new Map([...found].flatMap(([number, record]) => (record ? [[number, record] as const] : [])))
  const useless = uselessness(sound, manifest)
  const copied = manifest.kind === 'copy' && useless === null ? manifest.records : new Map<number, BatchRecord>()
  const all = new Map([...copied, ...sound])
  const records = [...all.values()].sort((one, other) => one.number - other.number)
  const numbers = Math.max(0, ...[...found.keys()].slice(-1), records.at(-1)?.number ?? 0)
  return {
    records,
    toWrite: records.filter(({ number }) => !sound.has(number)),
    toEnter: records.filter(({ number }) => !copied.has(number)),
    lost: Array.from({ length: Math.max(0, numbers - from + 1) }, (_, index) => index + from).filter(
      (number) => !all.has(number),
    ),
    useless,
  }
}

function uselessness(sound: ReadonlyMap<number, BatchRecord>, manifest: FoundManifest): string | null {
  if (manifest.kind === 'unreadable') return manifest.why
  if (manifest.kind === 'older' && sound.size > 0) return 'it is older than the records'
  return manifest.kind === 'copy' && isForeign(sound, manifest.records) ? 'it belongs to another landing' : null
}

/** A record never changes, so two of one number are of two landings. */
const isForeign = (sound: ReadonlyMap<number, BatchRecord>, copied: ReadonlyMap<number, BatchRecord>): boolean =>
  [...copied].some(([number, record]) => {
    const own = sound.get(number)
    return own !== undefined && recordText(own) !== recordText(record)
  })

const batches = (number: number) => (number === 1 ? '1 batch' : `${number} batches`)

/** What differs, in sentences: done when the folder is open for writing, else to be done by the next start. */
export function sentencesOf(
  { records, toWrite, toEnter, lost, useless }: Reconciled,
  isDone: boolean,
): readonly string[] {
  const made = isDone ? 'was made again' : 'is made again by the next start'
  const whole = toEnter.length > 0 && toEnter.length === records.length
  const from = `from the records of ${batches(records.length)}`
  return [
    ...(useless
      ? [
          `The manifest could not be used, because ${useless}. It ${isDone ? 'was' : 'will be'} set aside and ${made} ${from}.`,
        ]
      : []),
    ...(whole && !useless ? [`The manifest was missing and ${made} ${from}.`] : []),
    ...(toEnter.length > 0 && !whole
      ? [
          `The manifest lacked ${batches(toEnter.length)}, which ${isDone ? 'were' : 'the next start has'} entered from the records.`,
        ]
      : []),
    ...(toWrite.length > 0
      ? [
          `The records of ${batches(toWrite.length)} were missing or damaged${isDone ? ' and were written again from the manifest' : '; the next start writes them again from the manifest'}.`,
        ]
      : []),
    ...lost.map(lostSentence),
  ]
}

const lostSentence = (number: number): string =>
  `The record ${recordFile(number)} is missing or is not as it was written, and what it names is left out. Put it back from a backup of the data folder.`
