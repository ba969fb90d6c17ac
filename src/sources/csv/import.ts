import type { Progress } from '../../effects.ts'
import { Refusal } from '../../errors/index.ts'
import type { Landing } from '../../landing/index.ts'
import type { Account } from '../../model/index.ts'
import { type AskedAccount, homeCurrency, refuseOtherAccount, type Settings, settingsFor } from './account-for.ts'
import { newsIn } from './already.ts'
import { type ColumnReading, readingsOf } from './columns/column-reading.ts'
import { concludedWith, type Grounds, toldOver } from './conclude.ts'
import { type Ask, answered } from './doubts/answered.ts'
import { refuseUnreadable, unreadableIn } from './doubts/unreadable.ts'
import { foundFiles } from './file/found-files.ts'
import { look, type SeenFile } from './file/look.ts'
import { isImport } from './imports.ts'
import type { FileToLand, LandedNames } from './land.ts'
import { landImport } from './land-import.ts'
import { addedConclusions } from './mapping/conclusions.ts'
import { type KeptMapping, keepMapping, readKept } from './mapping/kept-mapping.ts'
import type { Mapping } from './mapping/mapping.ts'
import { readMapping, refuseMissingColumns, refuseOtherFiles } from './mapping/mapping-file.ts'
import { joined, type Told } from './mapping/told.ts'
import type { Known } from './rows/known.ts'
import { type FilePlan, plans } from './rows/plan.ts'
import { seenIn } from './rows/seen.ts'
import { type ToldRate, toldRates } from './rows/told-rates.ts'

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
  const { landing, proposalFile } = around
  const grounds = await groundsOf(files, choices, around, await readKept(proposalFile))
  const { proposed: mapping } = await concludedWith(files, grounds, choices.chosen)
  const rates = await toldRates(files, mapping)
  const settings = settingsFor(landing, choices.account, { files, mapping, rates })
  const planned = await plans(files, mapping, landing.customFields(), settings.account.timeZone)
  const refusal = unreadableIn(files, mapping, proposalFile)
  const readings = readingsOf(files, mapping, grounds.home)
  const isSettled = landing.segments().length > 0
  return { files, mapping, plans: planned, readings, rates, ...settings, refusal, isSettled }
}

async function groundsOf(
  files: readonly SeenFile[],
  { map, account }: ImportChoices,
  { landing, known }: Pick<Surroundings, 'landing' | 'known'>,
  kept: KeptMapping,
): Promise<Grounds> {
  const told = map === null ? kept.told : toldOver(await givenMapping(map, files), { files: {} })
  return { past: landing, known, told, isGiven: map !== null, home: homeCurrency(landing, account) }
}

/** Concludes what the files are, and lands what is new in them. */
export async function importSeen(
  files: readonly SeenFile[],
  choices: ImportChoices,
  around: Surroundings,
): Promise<Imported> {
  const { landing, proposalFile } = around
  refuseOtherAccount(landing, choices.account)
  const kept = await readKept(proposalFile)
  const grounds = await groundsOf(files, choices, around, kept)
  const concluded = await concludedWith(files, grounds, choices.chosen)
  const show = async (told: Told, now: Mapping) => {
    if (!grounds.isGiven) await keepMapping(proposalFile, kept, { landing, told, now })
  }
  const mappingFile = choices.map ?? proposalFile
  await refuseUnreadable(files, concluded.proposed, mappingFile, () => show(concluded.told, concluded.proposed))
  const mapping = await answered(files, concluded.proposed, grounds.home, around.ask)
  const told = joined(concluded.told, toldOver(mapping, concluded.proposed))
  const rates = await toldRates(files, mapping)
  const found = settingsFor(landing, choices.account, { files, mapping, rates })
  const settings = await asked(found, choices.account, around.ask)
  const { account } = settings
  const planned = await plans(files, mapping, landing.customFields(), account.timeZone)
  const importedAt = landing.time()
  const seenOf = (name: string) => seenIn(name, importedAt, account.timeZone)
  const news = newsIn(planned, { files, mapping, account }, landing, seenOf)
  const all = {
    ...{ files, mapping, account, ...news, rates, told },
    ...{ asked: settings.asked, by: around.who ?? '', isGiven: grounds.isGiven },
    conclusions: addedConclusions(mapping, told, concluded.before, concluded.retold),
  }
  const over = { past: landing, known: around.known, progress: around.progress }
  const names = news.fresh.length === 0 ? null : await landing.land('csv', (batch) => landImport(batch, all, over))
  await show(told, waitingIn(mapping))
  const unchanged = unchangedIn(news.unchanged, landing)
  const number = names === null ? null : (landing.batches().findLast(isImport)?.number ?? null)
  const { openCurrency } = settings
  const readings = readingsOf(files, mapping, grounds.home)
  const read = { files, mapping, plans: planned, readings, unchanged, names, rates, account, openCurrency }
  return { ...read, mappingFile, number }
}

/** Files that somebody has to say something of before they can be landed. */
const waitingIn = ({ files }: Mapping): Mapping => ({
  files: Object.fromEntries(Object.entries(files).filter(([, { records }]) => records === '?')),
})

/** What nothing tells of the company, a person is asked: then it came with the import. */
async function asked(settings: Settings, came: AskedAccount, ask: Ask | undefined) {
  const { account, openCurrency } = settings
  if (!ask || !openCurrency) return { ...settings, asked: came }
  const currency = await ask.currency(openCurrency)
  return { account: { ...account, currency }, openCurrency: null, asked: { ...came, currency } }
}

async function givenMapping(map: string, files: readonly SeenFile[]): Promise<Mapping> {
  const given = await readMapping(map)
  if (!given) throw new Refusal('csv-mapping-missing', { path: map })
  refuseOtherFiles(map, given, files)
  await refuseMissingColumns(map, given, files)
  return given
}

const unchangedIn = (left: readonly FileToLand[], landing: Landing): ReadonlyMap<string, string> =>
  new Map(left.map(({ plan, key }) => [plan.file.name, landing.importedFile(key)?.importedAt ?? '']))
