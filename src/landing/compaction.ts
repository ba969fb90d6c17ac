import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Step } from './batch.ts'
import type { Join } from './batch-record.ts'
import { remove, settle, syncFolder } from './files.ts'
import { NotAsLanded, writeJoined } from './join-file.ts'
import type { LandedState } from './landed-state.ts'
import type { Segment } from './segment.ts'

/** Joins each list of neighbours into one file that is proven to hold their rows. Files that cannot be proven are left as they are. */
export async function joinAll(
  folder: string,
  lists: readonly (readonly Segment[])[],
  step: Step,
  signal: AbortSignal,
): Promise<{ readonly joins: readonly Join[]; readonly unsound: readonly number[] }> {
  const [joins, unsound]: [Join[], number[]] = [[], []]
  try {
    for (const parts of lists) {
      signal.throwIfAborted()
      const joined = await joinOne(folder, parts, step)
      if (typeof joined === 'number') unsound.push(joined)
      else joins.push(joined)
    }
    return { joins, unsound }
  } catch (error) {
    for (const { segment } of joins) await remove(join(folder, segment.file))
    throw error
  }
}

/** The number of the first part that is not as it was landed, in place of a join. */
async function joinOne(folder: string, parts: readonly Segment[], step: Step): Promise<Join | number> {
  const [first, last] = [parts[0], parts.at(-1)]
  if (!first || !last) throw new Error('there is nothing to join')
  const file = join('segments', `${last.stream}-${randomUUID()}.ndjson.zst`)
  const part = join(folder, `${file}.part`)
  try {
    const written = await writeJoined(folder, part, parts)
    step('joined')
    await settle(part, join(folder, file))
    step('join settled')
    const of = parts.map(({ seq }) => seq)
    const segments = parts.reduce((sum, { joined }) => sum + (joined?.segments ?? 1), 0)
    const joined = { from: first.joined?.from ?? first.seq, segments }
    return { segment: { ...last, ...written, file, joined }, of }
  } catch (error) {
    await remove(part)
    if (error instanceof NotAsLanded) return error.seq
    throw error
  }
}

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
