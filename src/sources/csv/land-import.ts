import type { Progress } from '../../effects.ts'
import type { Batch, Past, Segment } from '../../landing/index.ts'
import type { Account } from '../../model/index.ts'
import { type AskedAccount, homeCurrency } from './account-for.ts'
import { readingsOf } from './columns/column-reading.ts'
import { doubtsOn } from './doubts/doubts.ts'
import type { SeenFile } from './file/look.ts'
import { type FileToLand, type LandedNames, landAll } from './land.ts'
import { landConclusions } from './mapping/conclusions.ts'
import type { Mapping } from './mapping/mapping.ts'
import type { Conclusions, Told } from './mapping/told.ts'
import { keepRecipe } from './recipe.ts'
import type { Known } from './rows/known.ts'
import type { ToldRate } from './rows/told-rates.ts'

/** What an import has to land. */
export interface ToLand {
  readonly files: readonly SeenFile[]
  readonly mapping: Mapping
  readonly account: Account
  readonly fresh: readonly FileToLand[]
  /** Files that came along and had been imported before. */
  readonly unchanged: readonly FileToLand[]
  readonly asked: AskedAccount
  readonly rates: readonly ToldRate[]
  /** What people had told of the files; null where an older Plumbline did not note it. */
  readonly told: Told | null
  /** With a mapping file of the user's own: nothing is concluded for later imports. */
  readonly isGiven: boolean
  readonly conclusions: Conclusions
  /** Who imports them. */
  readonly by: string
}

/** Where it lands. */
export interface LandingOver {
  readonly past: Past
  readonly known: Known
  readonly progress: Progress
}

const importer = 'imported by'

/** Lands what is new in the files, how they were read, by whom, and what could only be guessed. */
export async function landImport(
  batch: Batch,
  toLand: ToLand,
  { past, known, progress }: LandingOver,
): Promise<LandedNames> {
  const { files, fresh, mapping, account, by, asked, rates, isGiven, conclusions } = toLand
  const before = { fields: past.customFields(), isAlone: !past.segments().some(isListOfDeals) }
  const readings = readingsOf(files, mapping, homeCurrency(past, asked))
  batch.setAccount(account)
  batch.moveCursor(importer, by)
  const landed = await landAll(batch, fresh, known, progress, before.isAlone)
  for (const name of namesBefore(fresh, past)) batch.doubt(name, [])
  for (const { plan } of fresh) batch.doubt(plan.file.name, doubtsOn(plan, { files, readings, account, rates }))
  if (!isGiven && fresh.length > 0) landConclusions(batch, conclusions)
  await keepRecipe(batch, toLand, before)
  return landed
}

/** Under which other names the same bytes were imported: what was doubted of them then is told anew. */
function namesBefore(fresh: readonly FileToLand[], past: Past): readonly string[] {
  const contents = new Set(fresh.map(({ plan }) => plan.file.sha256))
  return [...past.cursors('csv')].flatMap(([name, key]) =>
    contents.has(past.importedFile(key)?.sha256 ?? '') ? [name] : [],
  )
}

/** Deals that a log made come from no file of their own. */
const isListOfDeals = ({ stream, source, origin }: Segment): boolean =>
  stream === 'deal' && (source !== 'csv' || origin !== null)

/** Null where an older Plumbline did not note it. */
export const importedBy = (cursors: readonly { readonly stream: string; readonly cursor: string }[]): string | null =>
  cursors.find(({ stream }) => stream === importer)?.cursor || null
