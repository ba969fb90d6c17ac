import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DataFolder } from './data-folder.ts'
import type { Effects, Progress } from './effects.ts'
import { defaultWarehouseOptions, type Landed, openDuckDbWarehouse, type Warehouse } from './engine/index.ts'
import { Refusal } from './errors/index.ts'
import { inTurn, knownIn } from './importing.ts'
import type { BatchContent, Landing, Past } from './landing/index.ts'
import {
  type AskedAccount,
  importedBy,
  importsIn,
  isImport,
  landAgain,
  type PastImport,
  type Recipe,
  readRecipe,
  recipeName,
} from './sources/csv/index.ts'

export type Turning = 'undo' | 'redo'

/** Takes an import back, or lets one count again: later imports are read anew, as if it had never come, or always been there. */
export function turnImport(
  opened: DataFolder,
  number: number,
  turning: Turning,
  effects: Effects,
  progress: Progress,
): Promise<PastImport> {
  return inTurn(opened, async () => {
    const { landing, warehouse } = opened
    refuseUnfit(landing, number, turning)
    const recipes = await recipesFrom(landing, number, turning)
    const way = turning === 'undo' ? { takenBack: [number], again: [] } : { takenBack: [], again: [number] }
    await withEarlier(opened, effects, async (earlier) => {
      let done = 0
      await landing.turn({
        ...way,
        batches: [...recipes.keys()],
        async fill(batch, one, past) {
          progress({ doing: 'Reading later imports anew', done: done++, of: recipes.size })
          const how = demanded(recipes.get(one))
          const known = knownIn(await earlier(past))
          const content = demanded(landing.batches().find((landed) => landed.number === one)).content
          const told = past.segments().length > 0 ? {} : await toldUntil(landing, one)
          const from = { pathOf: pathsIn(landing), told, by: importedBy(content.cursors) ?? '' }
          await landAgain(how, from, batch, { past, known, progress: () => {} })
        },
      })
    })
    progress({ doing: 'Loading', done: 0 })
    await warehouse.refresh()
    return demanded(importsIn(landing.batches()).find((one) => one.number === number))
  })
}

/** Refuses what is no import, is not there, or is so already. */
export function refuseUnfit(landing: Landing, number: number, turning: Turning): void {
  const landed = landing.batches().find((one) => one.number === number)
  if (!landed) throw new Refusal('import-unknown', { number })
  if (!isImport(landed)) throw new Refusal('import-kept', { number })
  if (landed.stands !== (turning === 'undo'))
    throw new Refusal(landed.stands ? 'import-counts' : 'import-undone', { number })
}

/** How the imports that are read anew were read: those that came later and count, and the one that counts again. */
async function recipesFrom(landing: Landing, number: number, turning: Turning): Promise<ReadonlyMap<number, Recipe>> {
  const recipes = new Map<number, Recipe>()
  for (const landed of landing.batches().filter(isImport)) {
    const isLater = landed.number > number && landed.stands
    if (!isLater && !(landed.number === number && turning === 'redo')) continue
    const how = await recipeOf(landing, landed.content)
    if (how === null) throw new Refusal('import-not-read-anew', { number, later: landed.number })
    for (const { key } of how.files) await verifyKept(landing, key)
    recipes.set(landed.number, how)
  }
  return recipes
}

/** Null where none was kept, or a later Plumbline kept it. */
async function recipeOf(landing: Landing, { originals }: BatchContent): Promise<Recipe | null> {
  const kept = originals.find(({ name }) => name === recipeName)
  if (!kept) return null
  await landing.verifyOriginal(kept)
  return readRecipe(join(landing.folder, kept.file))
}

async function verifyKept(landing: Landing, key: string): Promise<void> {
  const kept = landing.originals().find((original) => original.key === key)
  if (kept) await landing.verifyOriginal(kept)
}

function pathsIn(landing: Landing): (key: string) => string {
  const files = new Map(landing.originals().map(({ key, file }) => [key, join(landing.folder, file)]))
  return (key) => demanded(files.get(key))
}

/** The settings that people told until an import: they are the company's, and stay while anything is there that was read with them. */
async function toldUntil(landing: Landing, number: number): Promise<AskedAccount> {
  let told: AskedAccount = {}
  for (const { number: one, content } of landing.batches()) {
    if (one > number) break
    if (!isImport({ content })) told = content.account && content.segments.length === 0 ? settingsIn(content) : told
    else told = { ...told, ...((await recipeOf(landing, content))?.asked ?? settingsIn(content)) }
  }
  return told
}

const settingsIn = ({ account }: BatchContent): AskedAccount =>
  account ? { timeZone: account.timeZone, currency: account.currency } : {}

/** Hands out the records as they were at some past, in a warehouse that grows with it and is gone at the end. */
async function withEarlier<R>(
  { folder, landing }: DataFolder,
  effects: Effects,
  use: (earlier: (past: Past) => Promise<Warehouse>) => Promise<R>,
): Promise<R> {
  const place = join(folder, 'warehouse', 'earlier.part')
  let now: Past = { segments: () => [], customFields: () => [], account: landing.account, importedFile: () => null }
  let warehouse: Warehouse | null = null
  const landed: Landed = {
    folder: landing.folder,
    segments: (after = 0) => now.segments().filter(({ seq }) => seq > after),
    landedAfter: () => 0,
    revision: () => 0,
    // Segments of imports that are being read anew are not known to landing yet.
    verify: async () => {},
    customFields: () => now.customFields(),
    doubts: () => [],
    account: () => now.account(),
  }
  const quiet = { ...effects, log: () => {} }
  try {
    return await use(async (past) => {
      now = past
      if (warehouse) await warehouse.refresh()
      warehouse ??= await openDuckDbWarehouse(
        place,
        landed,
        { stored: [], asked: [] },
        quiet,
        defaultWarehouseOptions(),
      )
      return warehouse
    })
  } finally {
    // Assigned in a closure, which the checker does not follow.
    await (warehouse as Warehouse | null)?.close()
    await rm(place, { recursive: true, force: true })
  }
}

function demanded<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('an import names what landing does not know')
  return value
}
