import { readFile } from 'node:fs/promises'
import type { Progress } from '../../effects.ts'
import type { Batch } from '../../landing/index.ts'
import type { CustomField } from '../../model/index.ts'
import { type AskedAccount, settingsFor } from './account-for.ts'
import { look, type SeenFile } from './file/look.ts'
import { landAll } from './land.ts'
import { type LandingOver, landImport } from './land-import.ts'
import type { Mapping } from './mapping/mapping.ts'
import { type Recipe, recipe } from './recipe.ts'
import type { Known } from './rows/known.ts'
import { plans } from './rows/plan.ts'
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

/** Lands an import once more, over another past; `told` are the settings that hold where nothing was landed before. */
export async function landAgain(
  how: Recipe,
  { pathOf, told, by }: { readonly pathOf: (key: string) => string; readonly told: AskedAccount; readonly by: string },
  batch: Batch,
  over: LandingOver,
): Promise<void> {
  const { past } = over
  const names = new Map(how.files.map((file) => [file.name, file]))
  const files = await lookedAt([...names.values()], pathOf)
  const mapping = await mappingOver(how, files, over)
  const rates = await toldRates(files, mapping)
  const { account } = settingsFor(past, told, { files, mapping, rates })
  const planned = await plans(files, mapping, past.customFields(), account.timeZone)
  const all = planned.flatMap((plan) => {
    const { landed, unchanged, key, seen } = names.get(plan.file.name) ?? {}
    return key !== undefined && seen && (landed || unchanged) ? [{ plan, key, seen, isKnown: !landed }] : []
  })
  const isLeft = ({ key, isKnown }: (typeof all)[number]) => isKnown && past.importedFile(key) !== null
  const [fresh, unchanged] = [all.filter((one) => !isLeft(one)), all.filter(isLeft)]
  const { asked = {}, untold = {} } = how
  await landImport(batch, { files, mapping, account, fresh, unchanged, asked, rates, untold, by }, over)
}

/** What lists of stages told before is told by what is there now. */
async function mappingOver(how: Recipe, files: readonly SeenFile[], { past, known }: LandingOver): Promise<Mapping> {
  if (how.untold === undefined) return how.mapping
  const { mapping, settled } = asUntold(how.mapping, how.untold)
  const retold = await withToldStages(mapping, settled, files, past.customFields(), await known('stage'))
  return retold(mapping)
}
