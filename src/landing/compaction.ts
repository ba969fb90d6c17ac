import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Step } from './batch.ts'
import type { Join } from './batch-record.ts'
import { remove, settle, syncFolder } from './files.ts'
import { NotAsLanded, writeJoined } from './join-file.ts'
import type { LandedState } from './landed-state.ts'
import type { Segment } from './segment.ts'

/** What came of joining. Where one list failed, the others are joined all the same. */
interface Joined {
  readonly joins: readonly Join[]
  readonly unsound: readonly number[]
  readonly failures: readonly Error[]
}

/** Joins each list of neighbours into one file that is proven to hold their rows. Files that cannot be proven are left as they are. */
export async function joinAll(
  folder: string,
  lists: readonly (readonly Segment[])[],
  step: Step,
  signal: AbortSignal,
): Promise<Joined> {
  const [joins, unsound, failures]: [Join[], number[], Error[]] = [[], [], []]
  try {
    for (const parts of lists) {
      signal.throwIfAborted()
      const joined = await joinOne(folder, parts, step)
      if (joined instanceof NotAsLanded) unsound.push(joined.seq)
      else if (joined instanceof Error) failures.push(joined)
      else joins.push(joined)
    }
    return { joins, unsound, failures }
  } catch (error) {
    for (const { segment } of joins) await remove(join(folder, segment.file))
    throw error
  }
}

/** Gives the error in place of a join when the parts cannot be written as one. */
async function joinOne(folder: string, parts: readonly Segment[], step: Step): Promise<Join | Error> {
  const [first, last] = [parts[0], parts.at(-1)]
  if (!first || !last) throw new Error('there is nothing to join')
  const file = join('segments', `${last.stream}-${randomUUID()}.ndjson.zst`)
  const part = join(folder, `${file}.part`)
  try {
    const written = await writeJoined(folder, part, parts).catch(asError)
    if (written instanceof Error) {
      await remove(part)
      return written
    }
    step('joined')
    await settle(part, join(folder, file))
    step('join settled')
    const of = parts.map(({ seq }) => seq)
    const segments = parts.reduce((sum, { joined }) => sum + (joined?.segments ?? 1), 0)
    const joined = { from: first.joined?.from ?? first.seq, segments }
    return { segment: { ...last, ...written, file, joined }, of }
  } catch (error) {
    await remove(part)
    throw error
  }
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)))

/** Removes the files of segments that were joined, of those joined segments that are whole; gives how many. */
export async function sweepAll(
  folder: string,
  state: LandedState,
  isWhole: (segment: Segment) => Promise<boolean>,
  step: Step,
): Promise<number> {
  const there = new Set((await readdir(join(folder, 'segments'))).map((name) => join('segments', name)))
  const replaced = [...state.replaced()]
  const whole = new Map<Segment | undefined, boolean>()
  let removed = 0
  for (const [file, by] of replaced.filter(([file]) => there.has(join(file)))) {
    if (by && !whole.has(by)) whole.set(by, await isWhole(by))
    if (!whole.get(by)) continue
    await remove(join(folder, file))
    there.delete(join(file))
    removed += 1
    if (removed === 1) step('sweeping')
  }
  if (removed > 0) await syncFolder(join(folder, 'segments'))
  state.forget(replaced.flatMap(([file]) => (there.has(join(file)) ? [] : [file])))
  step('swept')
  return removed
}
