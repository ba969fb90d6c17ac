import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DataFolder } from './data-folder.ts'
import type { Effects, Progress } from './effects.ts'
import {
  defaultWarehouseOptions,
  type Landed,
  type Moment,
  openDuckDbWarehouse,
  type Warehouse,
} from './engine/index.ts'
import { Refusal } from './errors/index.ts'
import { inTurn, keptReadingsIn, knownIn, proposalFileIn } from './importing.ts'
import type { BatchContent, Landing, Past } from './landing/index.ts'
import {
  type AskedAccount,
  importedBy,
  importsIn,
  isImport,
  keepReadingsAnew,
  landAgain,
  type PastImport,
  type ReadAnew,
  type Recipe,
  readRecipe,
  recipeName,
  showMapping,
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
    const readings = new Map<number, ReadAnew | null>()
    await withEarlier(opened, effects, async (earlier) => {
      let done = 0
      await landing.turn({
        ...way,
        batches: [...recipes.keys()],
        async fill(batch, one, past) {
          progress({ doing: 'Reading later imports anew', done: done++, of: recipes.size })
          const how = demanded(recipes.get(one))
          const warehouse = await earlier(past)
          refuseIncomplete(number, warehouse.moment())
          const content = demanded(landing.batches().find((landed) => landed.number === one)).content
          const asked = past.segments().length > 0 ? {} : await toldUntil(landing, one)
          const from = { pathOf: pathsIn(landing), asked, by: importedBy(content.cursors) ?? '' }
          const over = { past, known: knownIn(warehouse), progress: () => {} }
          readings.set(one, await landAgain(how, from, batch, over).catch((error) => refuseUnread(error, number, one)))
        },
      })
    })
    await showMapping(proposalFileIn(opened.folder), landing)
    await keepReadingsAnew(keptReadingsIn(opened.folder), readings)
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
export async function withEarlier<R>(
  { folder, landing }: DataFolder,
  effects: Effects,
  use: (earlier: (past: Past) => Promise<Warehouse>) => Promise<R>,
): Promise<R> {
  const place = join(folder, 'warehouse', 'earlier.part')
  const opened: { past: Past | null; warehouse: Warehouse | null } = { past: null, warehouse: null }
  const insertions = insertionsInto()
  const landed = landedOf(landing, () => demanded(opened.past ?? undefined), insertions.count)
  const quiet = { ...effects, log: () => {} }
  const facts = { stored: [], views: [], asked: [] }
  try {
    return await use(async (past) => {
      opened.past = past
      insertions.see(past)
      await opened.warehouse?.refresh()
      opened.warehouse ??= await openDuckDbWarehouse(place, landed, facts, quiet, defaultWarehouseOptions())
      return opened.warehouse
    })
  } finally {
    await opened.warehouse?.close()
    await rm(place, { recursive: true, force: true })
  }
}

/** What was read anew has later numbers than what landed after it: how often a segment came before others that were there. */
function insertionsInto() {
  let [last, upToLast, times] = [0, 0, 0]
  return {
    count: () => times,
    see(past: Past): void {
      const all = past.segments()
      if (all.filter(({ seq }) => seq <= last).length > upToLast) times += 1
      ;[last, upToLast] = [all.at(-1)?.seq ?? 0, all.length]
    },
  }
}

const landedOf = (landing: Landing, past: () => Past, revision: () => number): Landed => ({
  folder: landing.folder,
  segments: (after = 0) =>
    past()
      .segments()
      .filter(({ seq }) => seq > after),
  landedAfter: () => 0,
  revision,
  verify: landing.verify.bind(landing),
  customFields: () => past().customFields(),
  doubts: () => [],
  account: () => past().account(),
})

/** Names that stand in rows which cannot be read would be taken for new ones. */
function refuseIncomplete(number: number, { missing: [first] }: Moment): void {
  if (first) throw new Refusal('import-rests-on-missing', { number, file: first.file, wrong: first.wrong })
}

/** What one import concluded may be all that tells how another is to be read. */
function refuseUnread(error: unknown, number: number, later: number): never {
  if (!(error instanceof Refusal) || !error.code.startsWith('csv-')) throw error
  throw new Refusal('import-rests-on-reading', { number, later, why: error.message })
}

function demanded<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('an import names what landing does not know')
  return value
}
