import { readFile } from 'node:fs/promises'
import type { Progress } from '../../effects.ts'
import type { Batch, Past } from '../../landing/index.ts'
import type { CustomField } from '../../model/index.ts'
import { type AskedAccount, homeCurrency, settingsFor } from './account-for.ts'
import { newsIn, type ReadFiles } from './already.ts'
import { readingsOf } from './columns/column-reading.ts'
import { concludedOn } from './conclude.ts'
import { unreadableIn } from './doubts/unreadable.ts'
import { look, type SeenFile } from './file/look.ts'
import type { Imported } from './import.ts'
import { landAll } from './land.ts'
import { type LandingOver, landImport } from './land-import.ts'
import { addedConclusions } from './mapping/conclusions.ts'
import { linesFrom } from './mapping/lines.ts'
import type { Mapping } from './mapping/mapping.ts'
import type { Conclusions, Told } from './mapping/told.ts'
import { type Recipe, recipe } from './recipe.ts'
import type { Known } from './rows/known.ts'
import { type FilePlan, plans } from './rows/plan.ts'
import { toldRates } from './rows/told-rates.ts'
import { asUntold, withToldStages } from './rows/told-stages.ts'

/** Null when another version read the files in another way, so that these rows cannot be made again. */
export async function readRecipe(path: string): Promise<Recipe | null> {
  const found = recipe.safeParse(JSON.parse(await readFile(path, 'utf8')))
  return found.success ? found.data : null
}

/** Makes the rows of an import again from the files that were kept; `known` as it was before that import. */
export async function readAgain(
  how: Recipe,
  pathOf: (key: string) => string,
  known: Known,
  batch: Batch,
  progress: Progress,
): Promise<void> {
  const names = new Map(how.files.filter(({ unchanged }) => !unchanged).map((file) => [file.name, file]))
  const files = await lookedAt([...names.values()], pathOf)
  // Written by the import in this form.
  const planned = await plans(files, how.mapping, how.fields as readonly CustomField[], how.timeZone)
  const landed = planned.flatMap((plan) => {
    const own = names.get(plan.file.name)
    return own?.landed && own.seen ? [{ plan, key: own.key, seen: own.seen }] : []
  })
  await landAll(batch, landed, known, progress, how.isAlone)
}

type Remembered = Recipe['files'][number]

async function lookedAt(all: readonly Remembered[], pathOf: (key: string) => string): Promise<readonly SeenFile[]> {
  const files: SeenFile[] = []
  for (const { name, key } of all) files.push(await look({ path: pathOf(key), name }, () => {}))
  return files
}

/** What an import is read over when it is landed once more. */
export interface Retelling {
  pathOf(key: string): string
  /** The settings that hold where nothing was landed before. */
  readonly asked: AskedAccount
  /** Who imported it. */
  readonly by: string
}

/** How an import was read anew; null where nothing of it is new any more. */
export type ReadAnew = Pick<Imported, 'files' | 'mapping' | 'plans' | 'readings' | 'rates' | 'account' | 'openCurrency'>

/** Lands an import once more, over another past. Refuses one that would have been refused over it. */
export async function landAgain(
  how: Recipe,
  { pathOf, asked, by }: Retelling,
  batch: Batch,
  over: LandingOver,
): Promise<ReadAnew | null> {
  const { past, known } = over
  const files = await lookedAt([...new Map(how.files.map((file) => [file.name, file])).values()], pathOf)
  const told: Told = new Map(Object.entries(how.told ?? {}).map(([name, lines]) => [name, linesFrom(lines)]))
  const home = homeCurrency(past, asked)
  const grounds = { past, known, told, isGiven: how.isGiven ?? false, home }
  const concluded = how.told ? await concludedOn(files, grounds) : null
  const mapping = concluded?.proposed ?? (await olderMapping(how, files, over))
  const refusal = concluded ? unreadableIn(files, mapping, 'csv-mapping.json') : null
  if (refusal) throw refusal
  const rates = await toldRates(files, mapping)
  const { account, openCurrency } = settingsFor(past, asked, { files, mapping, rates })
  const planned = await plans(files, mapping, past.customFields(), account.timeZone)
  const news = concluded ? newsAgain(how, planned, { files, mapping, account }, past) : olderNews(how, planned, past)
  const conclusions: Conclusions = concluded
    ? addedConclusions(mapping, told, concluded.before, concluded.retold)
    : new Map()
  const all = { files, mapping, account, ...news, rates, told: how.told ? told : null, by, conclusions }
  await landImport(batch, { ...all, asked: how.asked ?? {}, isGiven: grounds.isGiven }, over)
  const readings = readingsOf(files, mapping, home)
  return news.fresh.length > 0 ? { files, mapping, plans: planned, readings, rates, account, openCurrency } : null
}

function newsAgain(how: Recipe, planned: readonly FilePlan[], read: ReadFiles, past: Past) {
  const seen = new Map(how.files.map((file) => [file.name, file.seen]))
  return newsIn(planned, read, past, (name) => seen.get(name) ?? null)
}

/** An older Plumbline did not tell what people told from the rest: what lists of stages told before is told by what is there now. */
async function olderMapping(how: Recipe, files: readonly SeenFile[], { past, known }: LandingOver): Promise<Mapping> {
  if (how.untold === undefined) return how.mapping
  const { mapping, settled } = asUntold(how.mapping, how.untold)
  const retold = await withToldStages(
    mapping,
    { settled, told: new Map() },
    files,
    past.customFields(),
    await known('stage'),
  )
  return retold(mapping)
}

/** Such an import keeps the keys that its files had. */
function olderNews(how: Recipe, planned: readonly FilePlan[], past: Past) {
  const names = new Map(how.files.map((file) => [file.name, file]))
  const all = planned.flatMap((plan) => {
    const { landed, unchanged, key, seen } = names.get(plan.file.name) ?? {}
    return key !== undefined && seen && (landed || unchanged) ? [{ plan, key, seen, isKnown: !landed }] : []
  })
  const isLeft = ({ key, isKnown }: (typeof all)[number]) => isKnown && past.importedFile(key) !== null
  return { fresh: all.filter((one) => !isLeft(one)), unchanged: all.filter(isLeft) }
}
