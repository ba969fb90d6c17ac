import { join } from 'node:path'
import type { DataFolder } from './data-folder.ts'
import type { Effects, Progress } from './effects.ts'
import type { LoadReport, QuarantinedRow } from './engine/index.ts'
import {
  type Ask,
  type ImportChoices,
  type Imported,
  importSeen,
  type Known,
  type KnownRecord,
  keepReadings,
  type SeenFile,
} from './sources/csv/index.ts'

/** An import that has been landed and loaded. */
export interface LoadedImport {
  readonly imported: Imported
  readonly loaded: readonly LoadReport[]
  /** Rows of this import that could not be read, at most so many. */
  readonly quarantined: readonly QuarantinedRow[]
}

const shownQuarantine = 1000

interface Attended {
  readonly progress: Progress
  /** Who imports. */
  readonly who: string
  /** Absent where nobody is there to be asked. */
  readonly ask?: Ask | undefined
}

const turns = new WeakMap<DataFolder, Promise<unknown>>()

/** One import after the other, and none while one is taken back: each looks names up in what was there before. */
export function inTurn<R>(opened: DataFolder, work: () => Promise<R>): Promise<R> {
  const turn = (turns.get(opened) ?? Promise.resolve()).catch(() => {}).then(work)
  turns.set(opened, turn)
  return turn
}

/** Lands files that were looked at in a data folder that is open, and loads them: what the command and the data page do. */
export const importInto = (
  opened: DataFolder,
  files: readonly SeenFile[],
  choices: ImportChoices,
  effects: Effects,
  attended: Attended,
): Promise<LoadedImport> => inTurn(opened, () => landedAndLoaded(opened, files, choices, effects, attended))

async function landedAndLoaded(
  opened: DataFolder,
  files: readonly SeenFile[],
  choices: ImportChoices,
  effects: Effects,
  attended: Attended,
): Promise<LoadedImport> {
  const { progress } = attended
  const before = opened.landing.segments().at(-1)?.seq ?? 0
  await loadPending(opened)
  const imported = await importSeen(files, choices, surroundings(opened, attended))
  if (imported.number !== null) await keepReadings(keptReadingsIn(opened.folder), imported, effects.now().toString())
  progress({ doing: 'Loading', done: 0 })
  const loaded = await opened.warehouse.refresh()
  return { imported, loaded, quarantined: await quarantinedSince(opened, before) }
}

/** Where the proposal is written, and found again by the next import. */
export const proposalFileIn = (folder: string): string => join(folder, 'csv-mapping.json')

/** What is shown of how files were read. */
export const keptReadingsIn = (folder: string): string => join(folder, 'csv-readings.json')

/** What an earlier run landed and could not load any more: names are looked up in what is loaded. */
async function loadPending({ warehouse }: DataFolder): Promise<void> {
  const { pending, missing } = await warehouse.status()
  if (pending + missing.length > 0) await warehouse.refresh()
}

function surroundings({ folder, landing, warehouse }: DataFolder, { progress, who, ask }: Attended) {
  const around = { landing, known: knownIn(warehouse), proposalFile: proposalFileIn(folder), progress, who }
  return ask ? { ...around, ask } : around
}

/** Names in files of deals never mean the pipelines of other records. */
const ofDeals = "coalesce(object, 'deal') = 'deal'"

const named: Readonly<Record<Parameters<Known>[0], string>> = {
  team: 'SELECT id, name, NULL AS email, parent_id AS parent FROM team ORDER BY id',
  owner: 'SELECT id, name, email, NULL AS parent FROM owner ORDER BY id',
  pipeline: `SELECT id, label, NULL AS email, NULL AS parent FROM pipeline WHERE ${ofDeals} ORDER BY id`,
  stage: `SELECT id, label, NULL AS email, pipeline_id AS parent, display_order, probability, is_closed, is_won,
    id IN (SELECT stage_id FROM deal WHERE created_at IS NOT NULL AND stage_id IS NOT NULL), is_listed FROM stage
    WHERE pipeline_id IS NULL OR pipeline_id NOT IN (SELECT id FROM pipeline WHERE NOT (${ofDeals})) ORDER BY id`,
  company: 'SELECT id, name, NULL AS email, NULL AS parent FROM company ORDER BY id',
  contact: 'SELECT id, name, email, NULL AS parent FROM contact ORDER BY id',
  deal: 'SELECT id, name, NULL AS email, pipeline_id AS parent, created_at FROM deal ORDER BY id',
}

const columns = ['id', 'name', 'email', 'parent'].map((name) => ({ name, label: name, kind: 'text' as const }))

export const knownIn =
  (warehouse: DataFolder['warehouse']): Known =>
  async (kind) => {
    const found: KnownRecord[] = []
    for await (const rows of warehouse.reading((ask) => ask({ sql: named[kind], values: [], columns }))) {
      for (const [id, name, email, parent, ...more] of rows)
        found.push({ ...knownRecord(String(id), name, email, parent), ...moreOf(kind, more) })
    }
    return found
  }

type Cell = string | number | boolean | null | undefined
const text = (cell: Cell): string | null => (cell === null || cell === undefined ? null : String(cell))
const knownRecord = (id: string, name: Cell, email: Cell, parent: Cell): KnownRecord => ({
  id,
  name: text(name),
  email: text(email),
  parent: text(parent),
})

function moreOf(kind: Parameters<Known>[0], cells: readonly Cell[]): Partial<KnownRecord> {
  if (kind === 'deal') return { createdAt: text(cells[0]) }
  return kind === 'stage' ? knownStage(cells) : {}
}

const knownStage = ([order, probability, isClosed, isWon, hasCreated, isListed]: readonly Cell[]): Pick<
  KnownRecord,
  'stage'
> => ({
  stage: {
    order: Number(order ?? 0),
    probability: probability === null || probability === undefined ? null : Number(probability),
    isClosed: isClosed === true,
    isWon: isWon === true,
    hasCreated: hasCreated === true,
    isListed: isListed === true,
  },
})

async function quarantinedSince({ warehouse }: DataFolder, seq: number): Promise<readonly QuarantinedRow[]> {
  const rows = await warehouse.quarantine(shownQuarantine)
  return rows.filter((row) => row.segment > seq)
}
