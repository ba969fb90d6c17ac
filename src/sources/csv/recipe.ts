import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { Batch } from '../../landing/index.ts'
import type { CustomField } from '../../model/index.ts'
import { readingVersion } from './already.ts'
import type { FileToLand } from './land.ts'
import type { ToLand } from './land-import.ts'
import { linesWritten } from './mapping/lines.ts'
import { fileMapping, stageTexts, writtenLines } from './mapping/mapping.ts'
import type { Told } from './mapping/told.ts'

export const recipeName = 'how-it-was-read.json'

const file = z.object({
  /** How the mapping calls it, and the key that its bytes are kept under. */
  name: z.string(),
  key: z.string(),
  /** Lists are read for the files that name them, and not landed. */
  landed: z.boolean(),
  seen: z.object({ day: z.string(), at: z.string(), isDated: z.boolean() }).nullable(),
  /** It came along, and had been imported before. */
  unchanged: z.literal(true).optional(),
})

/** All that the rows of an import depend on, besides the kept files and the records that were there before. */
export const recipe = z.object({
  version: z.number().max(readingVersion),
  timeZone: z.string(),
  files: z.array(file),
  mapping: z.object({ files: z.record(z.string(), fileMapping) }),
  /** Custom fields that were there before, as landing had them. */
  fields: z.array(z.unknown()),
  /** No list of deals had been landed before. */
  isAlone: z.boolean(),
  /** The settings that came with the import; absent where an older Plumbline did not note them. */
  asked: z.object({ timeZone: z.string().optional(), currency: z.string().optional() }).optional(),
  /** What people had told of the files, line by line; absent where an older Plumbline did not tell it from the rest. */
  told: z.record(z.string(), writtenLines).optional(),
  /** It was told in a mapping file of the user's own. */
  isGiven: z.boolean().optional(),
  /** Of an older Plumbline: the stages of files that no mapping knew, before what was told of them. */
  untold: z.record(z.string(), stageTexts).optional(),
})
export type Recipe = z.infer<typeof recipe>

/** Keeps beside the files how they were read, so that the same rows can be made from them again. */
export async function keepRecipe(
  batch: Batch,
  { files: all, fresh, unchanged, mapping, account, asked, told, isGiven }: ToLand,
  before: { readonly fields: readonly CustomField[]; readonly isAlone: boolean },
): Promise<void> {
  const lists = fresh.flatMap(({ plan }) => [...plan.lists.values()].map((list) => list.file))
  const files = [
    ...fresh.map((file) => ({ ...rememberedBy(file), landed: true })),
    ...lists.map(({ name, sha256 }) => ({ name, key: sha256, landed: false, seen: null })),
    ...unchanged.map((file) => ({ ...rememberedBy(file), landed: false, unchanged: true })),
  ]
  const how = {
    version: readingVersion,
    timeZone: account.timeZone,
    files,
    mapping: { files: mapping.files },
    ...before,
    asked,
    isGiven,
    ...(told && { told: toldOf(all, told) }),
  }
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-recipe-'))
  try {
    const path = join(folder, recipeName)
    await writeFile(path, JSON.stringify(how))
    await batch.keepFile(path, `recipe-${randomUUID()}`)
  } finally {
    await rm(folder, { recursive: true })
  }
}

const toldOf = (files: ToLand['files'], told: Told) =>
  Object.fromEntries(files.map(({ name }) => [name, linesWritten(told.get(name) ?? new Map())]))

const rememberedBy = ({ plan, key, seen }: FileToLand) => ({ name: plan.file.name, key, seen })
