import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { fileKinds, recordKinds } from './fields/targets.ts'

const several = z.array(z.string().min(1)).min(1)
const fields = z.partialRecord(z.enum(fileKinds), z.record(z.string(), several))

/** What one product writes in one language; `any` is what many products and people write. Adding a file is all that is needed. */
export const wordFile = z.strictObject({
  product: z.string().min(1),
  language: z.enum(['da', 'de', 'en', 'es', 'fr', 'nl']),
  /** What it calls a kind of record: in the name of a file, and before the name of a column. */
  kinds: z.partialRecord(z.enum(fileKinds), several).optional(),
  /** Headers by the word of the mapping file that they mean. */
  fields: fields.optional(),
  /** Headers that mean it where nothing surer does. */
  also: fields.optional(),
  /** Values of fields with a fixed list, by the value they mean. */
  values: z.partialRecord(z.enum(recordKinds), z.record(z.string(), z.record(z.string(), several))).optional(),
  flags: z.strictObject({ yes: several, no: several }).optional(),
  /** Open stages in the order deals go through them. */
  stages: z.strictObject({ open: several, won: several, lost: several }).partial().optional(),
  /** What says nothing: always, or only where a text cannot stand. */
  empty: z.strictObject({ surely: several, perhaps: several }).partial().optional(),
  /** The first cell of a row of totals, and how a line begins that stands below a table. */
  totals: z.strictObject({ totals: several, footers: several }).partial().optional(),
})
export type WordFile = z.infer<typeof wordFile>

const folder = new URL('./words/', import.meta.url)

/** The product and language of a file stand in its name too: `hubspot.de.json`. */
export const wordFileNames: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()

export const readWordFile = (name: string): WordFile =>
  wordFile.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')))

export const wordFiles: readonly WordFile[] = wordFileNames.map(readWordFile)

const languageNames = new Intl.DisplayNames('en', { type: 'language' })

/** `HubSpot in German`; null for words that are no product's own. */
export const exporterOf = ({ product, language }: WordFile): string | null =>
  product === 'any' ? null : `${product} in ${languageNames.of(language)}`
