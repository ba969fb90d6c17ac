import type { DataFolder } from './data-folder.ts'
import type { Effects } from './effects.ts'
import { inTurn } from './importing.ts'
import type { Compacted } from './landing/index.ts'

type CompactedFolder = Compacted & { readonly removed: number }

/** Joins what is small in landing, a piece at a time, until there is no more; imports and loads come in between. */
export async function compact(opened: DataFolder, { log }: Effects, signal: AbortSignal): Promise<CompactedFolder> {
  const done = { segments: 0, into: 0, removed: 0 }
  for (;;) {
    const piece = await inTurn(opened, () => compactPiece(opened, signal))
    done.segments += piece.segments
    done.into += piece.into
    done.removed += piece.removed
    if (piece.into === 0) break
  }
  if (done.into > 0 || done.removed > 0) log('landing compacted', done)
  return done
}

/** What was landed stands, whether it is joined or not: a failure is only noted, and it is tried again another time. */
export async function compactWherePossible(opened: DataFolder, effects: Effects, signal: AbortSignal): Promise<void> {
  try {
    await compact(opened, effects, signal)
  } catch (error) {
    if (!signal.aborted) effects.log('landing not compacted', { error: String(error) })
  }
}

/** No import is taken back meanwhile, and nothing is loaded while files go. */
async function compactPiece({ landing, warehouse }: DataFolder, signal: AbortSignal): Promise<CompactedFolder> {
  signal.throwIfAborted()
  const { loadedThrough, missing } = warehouse.moment()
  const without = new Set(missing.map(({ seq }) => seq))
  const joined = await landing.compact({ through: loadedThrough, without }, signal)
  const removed = await warehouse.betweenLoads(() => landing.sweep())
  return { ...joined, removed }
}

/** Compacts now and then for as long as the folder is served; gives what ends it, which waits for a piece that is under way. */
export function compactingNowAndThen(opened: DataFolder, effects: Effects, everyMs: number): () => Promise<void> {
  const ending = new AbortController()
  let running: Promise<unknown> = Promise.resolve()
  const turn = () => {
    running = running.then(() => compactWherePossible(opened, effects, ending.signal))
  }
  turn()
  const timer = setInterval(turn, everyMs).unref()
  return async () => {
    clearInterval(timer)
    ending.abort(new Error('the folder is closing'))
    await running
  }
}
