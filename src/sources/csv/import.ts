import type { Progress } from '../../effects.ts'
import { Refusal } from '../../errors/index.ts'
import type { Landing } from '../../landing/index.ts'
import type { Account } from '../../model/index.ts'
import { type AskedAccount, homeCurrency, refuseOtherAccount, type Settings, settingsFor } from './account-for.ts'
import { contentKey } from './already.ts'
import { type ColumnReading, readingsOf } from './columns/column-reading.ts'
import { type Ask, answered } from './doubts/answered.ts'
import { refuseUnreadable, unreadableIn } from './doubts/unreadable.ts'
import { foundFiles } from './file/found-files.ts'
import { look, type SeenFile } from './file/look.ts'
import { isImport } from './imports.ts'
import type { FileToLand, LandedNames } from './land.ts'
import { type LandingOver, landImport } from './land-import.ts'
import type { Mapping } from './mapping/mapping.ts'
import { readMapping, refuseMissingColumns, refuseOtherFiles, writeMapping } from './mapping/mapping-file.ts'
import { proposal } from './mapping/propose.ts'
import type { Known } from './rows/known.ts'
import { type FilePlan, plans } from './rows/plan.ts'
import { type Seen, seenIn } from './rows/seen.ts'
import { type ToldRate, toldRates } from './rows/told-rates.ts'
import { untoldIn, withToldStages } from './rows/told-stages.ts'

export interface ImportChoices {
  /** A mapping file of the user's own, instead of the one that is proposed. */
  readonly map: string | null
  readonly account: AskedAccount
  /** What a person chose for these files, in place of what the proposal file says of them. */
  readonly chosen?: Mapping
}

/** How files would be read, of which nothing is landed. */
export type Preview = Omit<Imported, 'unchanged' | 'names' | 'mappingFile' | 'number'> & {
  /** Why they cannot be imported like this. */
  readonly refusal: Refusal | null
  /** Time zone and currency are settled by what was imported before. */
  readonly isSettled: boolean
}

/** Where an import happens. */
export interface Surroundings {
  readonly landing: Landing
  readonly known: Known
  /** Where the proposal is written, and found again by the next import. */
  readonly proposalFile: string
  readonly progress: Progress
  /** Who imports, as the list of imports says it. */
  readonly who?: string
  /** Absent where nobody is there to be asked. */
  readonly ask?: Ask
}

/** What came of an import, before it is loaded. */
export interface Imported {
  readonly files: readonly SeenFile[]
  readonly mapping: Mapping
  readonly plans: readonly FilePlan[]
  /** What each column was taken for. */
  readonly readings: readonly ColumnReading[]
  /** Names of files whose content and mapping were imported before, with the time. */
  readonly unchanged: ReadonlyMap<string, string>
  readonly names: LandedNames | null
  /** What stands in rows of exchange rates. */
  readonly rates: readonly ToldRate[]
  readonly account: Account
  readonly openCurrency: Settings['openCurrency']
  readonly mappingFile: string
  /** What the import can be taken back by; null where nothing was new. */
  readonly number: number | null
}

/** The first reading of all files, which touches nothing. Refuses the whole import when one file is no table. */
export async function lookAt(paths: readonly string[], progress: Progress): Promise<readonly SeenFile[]> {
  const seen: SeenFile[] = []
  for (const found of await foundFiles(paths)) {
    const doing = `Reading ${found.name}`
    progress({ doing, done: 0 })
    seen.push(await look(found, (done) => progress({ doing, done })))
  }
  return seen
}

/** What the import of these files would take for what. Writes nothing. */
export async function previewSeen(
  files: readonly SeenFile[],
  choices: ImportChoices,
  around: Pick<Surroundings, 'landing' | 'known' | 'proposalFile'>,
): Promise<Preview> {
  const { proposed: mapping } = await concluded(files, choices, around)
  const rates = await toldRates(files, mapping)
  const settings = settingsFor(around.landing, choices.account, { files, mapping, rates })
  const planned = await plans(files, mapping, around.landing.customFields(), settings.account.timeZone)
  const refusal = unreadableIn(files, mapping, around.proposalFile)
  const readings = readingsOf(files, mapping, homeCurrency(around.landing, choices.account))
  const isSettled = around.landing.segments().length > 0
  return { files, mapping, plans: planned, readings, rates, ...settings, refusal, isSettled }
}

/** What is settled, and what follows from it and the files. */
async function concluded(
  files: readonly SeenFile[],
  { map, chosen, account }: ImportChoices,
  { landing, known, proposalFile }: Pick<Surroundings, 'landing' | 'known' | 'proposalFile'>,
) {
  const kept = await settledMapping(files, map, proposalFile)
  const settled = chosen ? { files: { ...kept.files, ...chosen.files } } : kept
  const first = proposal(files, settled, homeCurrency(landing, account))
  const retold = await withToldStages(first, settled, files, landing.customFields(), await known('stage'))
  return { settled, retold, proposed: retold(first), untold: untoldIn(first, settled) }
}

/** Concludes what the files are, and lands what is new in them. */
export async function importSeen(
  files: readonly SeenFile[],
  choices: ImportChoices,
  around: Surroundings,
): Promise<Imported> {
  const { landing, proposalFile } = around
  refuseOtherAccount(landing, choices.account)
  const { settled, retold, proposed, untold } = await concluded(files, choices, around)
  const writeProposal = async () => {
    if (choices.map === null) await writeMapping(proposalFile, { ...retold(settled).files, ...proposed.files })
  }
  const mappingFile = choices.map ?? proposalFile
  await refuseUnreadable(files, proposed, mappingFile, writeProposal)
  const home = homeCurrency(landing, choices.account)
  const mapping = await answered(files, proposed, home, around.ask)
  const rates = await toldRates(files, mapping)
  const found = settingsFor(landing, choices.account, { files, mapping, rates })
  const settings = await asked(found, choices.account, around.ask)
  const { account } = settings
  const planned = await plans(files, mapping, landing.customFields(), account.timeZone)
  const importedAt = landing.time()
  const toLand = planned.map((plan) => {
    const seen = seenIn(plan.file.name, importedAt, account.timeZone)
    return { plan, seen, key: keyOf(contentKey(plan, files, mapping, account, seen), plan, landing, seen) }
  })
  const fresh = toLand.filter(({ key }) => landing.importedFile(key) === null)
  const readings = readingsOf(files, mapping, home)
  const left = toLand.filter((file) => !fresh.includes(file))
  const by = around.who ?? ''
  const all = { files, mapping, account, fresh, unchanged: left, asked: settings.asked, rates, untold, by }
  const names = fresh.length === 0 ? null : await landing.land('csv', (batch) => landImport(batch, all, over(around)))
  if (choices.map === null) await writeMapping(proposalFile, { ...retold(settled).files, ...mapping.files })
  const unchanged = unchangedIn(left, landing)
  const number = names === null ? null : (landing.batches().findLast(isImport)?.number ?? null)
  const { openCurrency } = settings
  const read = { files, mapping, plans: planned, readings, unchanged, names, rates, account, openCurrency }
  return { ...read, mappingFile, number }
}

/** What nothing tells of the company, a person is asked: then it came with the import. */
async function asked(settings: Settings, came: AskedAccount, ask: Ask | undefined) {
  const { account, openCurrency } = settings
  if (!ask || !openCurrency) return { ...settings, asked: came }
  const currency = await ask.currency(openCurrency)
  return { account: { ...account, currency }, openCurrency: null, asked: { ...came, currency } }
}

async function settledMapping(files: readonly SeenFile[], map: string | null, proposalFile: string): Promise<Mapping> {
  if (map === null) return (await readMapping(proposalFile)) ?? { files: {} }
  const given = await readMapping(map)
  if (!given) throw new Refusal('csv-mapping-missing', { path: map })
  refuseOtherFiles(map, given, files)
  await refuseMissingColumns(map, given, files)
  return given
}

/** What was imported before and was followed by something else under its name is news again. */
function keyOf(content: string, { file }: FilePlan, landing: Landing, { at }: Seen): string {
  const newest = landing.cursor('csv', file.name)
  const isBack = newest !== null && !newest.startsWith(content) && landing.importedFile(content) !== null
  return isBack ? `${content} ${at}` : (newest ?? '').startsWith(content) ? (newest ?? content) : content
}

const over = ({ landing, known, progress }: Surroundings): LandingOver => ({ past: landing, known, progress })

const unchangedIn = (left: readonly FileToLand[], landing: Landing): ReadonlyMap<string, string> =>
  new Map(left.map(({ plan, key }) => [plan.file.name, landing.importedFile(key)?.importedAt ?? '']))
