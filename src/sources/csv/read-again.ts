import { readFile } from 'node:fs/promises'
import type { Progress } from '../../effects.ts'
import type { Batch } from '../../landing/index.ts'
import type { CustomField } from '../../model/index.ts'
import type { Known } from './known.ts'
import { landAll } from './land.ts'
import { look } from './look.ts'
import { plans } from './plan.ts'
import { type Recipe, recipe } from './recipe.ts'

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
  const names = new Map(how.files.map((file) => [file.name, file]))
  const files = []
  for (const { name, key } of names.values()) files.push(await look({ path: pathOf(key), name }, () => {}))
  // Written by the import in this form.
  const planned = await plans(files, how.mapping, how.fields as readonly CustomField[], how.timeZone)
  const landed = planned.flatMap((plan) => {
    const own = names.get(plan.file.name)
    return own?.landed && own.seen ? [{ plan, key: own.key, seen: own.seen }] : []
  })
  await landAll(batch, landed, known, progress, how.isAlone)
}
