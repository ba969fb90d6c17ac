import { join } from 'node:path'
import { defaultAccount } from '../model/index.ts'
import type { OpenBatch, There } from './batch.ts'
import type { BatchContent, Change, Original } from './batch-record.ts'
import { namedAsToday } from './doubts.ts'
import { type LandedBatch, type LandedState, standingOf } from './landed-state.ts'
import type { Past, Turn } from './landing.ts'
import type { Segment } from './segment.ts'
import { checksum } from './segment-file.ts'
import type { Standing } from './standing.ts'

/** What is read anew, under numbers of segments that begin behind `after`. */
export interface Rereading {
  readonly change: Change
  readonly after: number
  /** Takes away what was written, when it came to nothing. */
  undo(): Promise<void>
}

/** Reads batches anew, in their order, each over what counts before it. One that stays what it was, with all before it, is left alone. */
export async function rereading(
  folder: string,
  state: LandedState,
  turn: Turn,
  open: (there: There) => OpenBatch,
): Promise<Rereading> {
  const { takenBack, again } = turn
  const [reread, written]: [Change['reread'][number][], OpenBatch[]] = [[], []]
  const past = standingOf([])
  const undo = async () => void (await Promise.all(written.map((batch) => batch.undo())))
  const readAnew = async (landed: LandedBatch): Promise<BatchContent> => {
    const batch = open(thereFor(folder, state, past, landed))
    written.push(batch)
    await turn.fill(batch, landed.number, pastOf(past))
    const after = state.seq + reread.reduce((sum, { segments }) => sum + segments.length, 0)
    const made = contentOf(batch, landed, after)
    const stays = reread.length === 0 && !again.includes(landed.number) && isSame(made, landed.content)
    if (stays) await batch.undo()
    else reread.push({ batch: landed.number, ...made })
    return stays ? landed.content : made
  }
  try {
    for (const landed of state.batches().filter((one) => willStand(one, turn)))
      past.add(turn.batches.includes(landed.number) ? await readAnew(landed) : landed.content)
    return { change: { takenBack, again, reread }, after: state.seq, undo }
  } catch (error) {
    await undo()
    throw error
  }
}

const willStand = ({ number, stands }: LandedBatch, { takenBack, again }: Pick<Turn, 'takenBack' | 'again'>) =>
  again.includes(number) || (stands && !takenBack.includes(number))

/** What was landed under later numbers meanwhile moves what was read anew behind it. */
export const renumbered = ({ change, after }: Rereading, now: number): Change => ({
  ...change,
  reread: change.reread.map((one) => ({
    ...one,
    segments: one.segments.map((segment) => ({ ...segment, seq: segment.seq - after + now })),
  })),
})

export const pastOf = (past: Standing): Past => ({
  segments: () => past.segments(0),
  customFields: () => past.fields(),
  account: () => ({ ...defaultAccount, ...past.account() }),
  importedFile: (key) => past.original(key),
  cursor: (source, stream) => past.cursor(source, stream),
  cursors: (source) => past.cursors(source),
})

/** A batch that is read anew names its own files that are there, each once: no two segments that count have one file. */
function thereFor(folder: string, state: LandedState, past: Standing, { ever }: LandedBatch): There {
  const originals = new Map(state.originals().map((original) => [original.key, original]))
  const own = new Map(ever.map(({ sha256, file }) => [sha256, file]))
  const keptAt = (path: string, key: string): Original | null => {
    const kept = state.originals().find(({ file }) => join(folder, file) === path)
    return kept ? { ...kept, key } : null
  }
  return {
    isKept: (key) => past.original(key) !== null,
    original: (key, path) => originals.get(key) ?? keptAt(path, key),
    async segmentFile(sha256) {
      const file = own.get(sha256)
      if (file === undefined || !own.delete(sha256)) return null
      const found = await checksum(join(folder, file)).catch(() => null)
      return found?.sha256 === sha256 ? file : null
    },
  }
}

/** As it was landed, and when: only what names were found in may differ. */
function contentOf(batch: OpenBatch, { content }: LandedBatch, after: number): BatchContent {
  const source = sourceOf(content)
  const landedAt = whenOf(content)
  return {
    segments: batch.segments.map((segment, at) => ({ seq: after + 1 + at, source, ...segment, landedAt })),
    originals: [...batch.keptBefore, ...batch.files.map((file): Original => ({ ...file, importedAt: landedAt }))],
    fields: batch.fields,
    cursors: [...batch.cursors].map(([stream, cursor]) => ({ source, stream, cursor })),
    account: batch.account,
  }
}

export const sourceOf = ({ segments, cursors }: BatchContent): string => segments[0]?.source ?? cursors[0]?.source ?? ''

export const whenOf = ({ segments, originals }: BatchContent): string =>
  segments[0]?.landedAt ?? originals.at(-1)?.importedAt ?? ''

const isSame = (one: BatchContent, other: BatchContent): boolean => said(one) === said(other)

const said = ({ segments, fields, cursors, account }: BatchContent): string =>
  JSON.stringify([
    segments.map(bytesOf),
    fields,
    cursors.map(namedAsToday).map(({ stream, cursor }) => [stream, cursor]),
    account,
  ])

const bytesOf = ({ stream, columns, origin, sha256 }: Segment) => [stream, columns, origin, sha256]
