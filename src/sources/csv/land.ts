import type { Progress } from '../../effects.ts'
import type { Batch, LandedRow } from '../../landing/index.ts'
import type { EntityName } from '../../model/index.ts'
import { isSetup, type NamedKind } from './fields/targets.ts'
import { changeRows } from './rows/change-rows.ts'
import { observed, type Showing, sightingColumns, sightings, toldFrom } from './rows/history.ts'
import type { Known } from './rows/known.ts'
import { logLives } from './rows/log-lives.ts'
import { type PackedRows, packedRows } from './rows/packed-rows.ts'
import { pipelines } from './rows/pipelines.ts'
import { type FilePlan, namedIn, stageMeanings } from './rows/plan.ts'
import { type Meeting, type RecordRows, recordRows } from './rows/record-rows.ts'
import { type MadeRecord, type NearMatch, type Register, register } from './rows/register.ts'
import type { Seen } from './rows/seen.ts'
import { meetSetup } from './rows/setup-rows.ts'
import type { StageMeaning } from './rows/stages.ts'
import { teams } from './rows/teams.ts'

/** One file to land, with the key it is remembered by. */
export interface FileToLand {
  readonly plan: FilePlan
  readonly key: string
  readonly seen: Seen
}

/** What was looked up in a list. */
export interface ListUsed {
  readonly file: string
  readonly near: readonly NearMatch[]
  readonly missing: ReadonlyMap<string, number>
}

/** How names and listed values were found, as counted over the records. */
export interface LandedNames {
  readonly lists: readonly ListUsed[]
  /** Stages that only a history names. */
  readonly stages: ReadonlyMap<string, StageMeaning>
  readonly near: Readonly<Record<NamedKind, readonly NearMatch[]>>
  readonly made: Readonly<Record<NamedKind, readonly MadeRecord[]>>
}

/** Lands all files: the records in their order, then those that were made for a name, then the history of the deals. */
export async function landAll(
  batch: Batch,
  files: readonly FileToLand[],
  known: Known,
  progress: Progress,
  /** No list of deals was ever landed. */
  isAlone: boolean,
): Promise<LandedNames> {
  const meeting = await meetingOf(files, known)
  for (const { plan } of files) if (isSetup(plan.kind)) await meetSetup(plan, meeting)
  const deals = new Map(files.filter(({ plan }) => plan.kind === 'deal').map((file) => [file, packedRows(toldFrom)]))
  for (const file of files) await landRecords(batch, file, meeting, progress, deals.get(file))
  const names = { ...namesOf(meeting), stages: meeting.pipelines.concluded(), lists: listsUsed(files) }
  await landMade(batch, meeting)
  await landPresent(batch, files, meeting, known, isAlone)
  for (const [file, packed] of deals) await landHistory(batch, file, packed, meeting, progress)
  for (const file of files) await keep(batch, file)
  return names
}

async function keep(batch: Batch, { plan, key }: FileToLand): Promise<void> {
  batch.define(plan.fields)
  batch.moveCursor(plan.file.name, key)
  await batch.keepFile(plan.file.path, key)
  for (const { file } of plan.lists.values()) await batch.keepFile(file.path, file.sha256)
}

async function meetingOf(files: readonly FileToLand[], known: Known): Promise<Meeting> {
  const all = files.map((file) => file.plan)
  const named = namedIn(all)
  const registerOf = async (kind: NamedKind): Promise<Register> => {
    const asked = named.has(kind) || all.some((plan) => plan.kind === kind)
    return register(asked ? await known(kind) : [], named.has(kind))
  }
  const [owner, company, contact, deal] = [
    await registerOf('owner'),
    await registerOf('company'),
    await registerOf('contact'),
    await registerOf('deal'),
  ]
  const ways = pipelines(stageMeanings(all), register(await known('pipeline'), true), await known('stage'))
  const pipelineOfDeal = all.some(({ kind }) => kind === 'property_change') ? await pipelinesOfDeals(known) : null
  return {
    registers: { owner, company, contact, deal },
    teams: teams(await known('team')),
    pipelines: ways,
    pipelineOfDeal,
    lives: logLives(),
  }
}

async function pipelinesOfDeals(known: Known): Promise<Map<string, string>> {
  const deals = await known('deal')
  return new Map(deals.flatMap(({ id, parent }) => (parent ? [[id, parent] as const] : [])))
}

async function landRecords(
  batch: Batch,
  { plan, seen }: FileToLand,
  meeting: Meeting,
  progress: Progress,
  kept: PackedRows | undefined,
): Promise<void> {
  if (isSetup(plan.kind)) return
  const { columns, rows } =
    plan.kind === 'property_change'
      ? changeRows(plan, meeting)
      : versioned(recordRows(plan.kind, plan, meeting), versionOf(plan, seen))
  const doing = `Landing ${plan.file.name}`
  const landed = counted(kept ? keeping(rows(), kept) : rows(), plan, doing, progress)
  await batch.write(plan.kind, columns, landed, plan.file.name)
}

async function* keeping(rows: AsyncIterable<LandedRow>, kept: PackedRows): AsyncGenerator<LandedRow> {
  for await (const row of rows) {
    kept.add(row)
    yield row
  }
}

/** The newest file is the present, whichever comes last; where no day is told, only deals have one, for their history. */
const versionOf = ({ kind }: FilePlan, { day, isDated }: Seen): string | null =>
  isDated || kind === 'deal' ? day : null

function versioned({ columns, rows }: RecordRows, version: string | null): RecordRows {
  if (version === null) return { columns, rows }
  return {
    columns: [...columns, '_version'],
    async *rows() {
      for await (const row of rows()) yield { ...row, _version: version }
    },
  }
}

async function* counted(
  rows: AsyncIterable<LandedRow> | Iterable<LandedRow>,
  { file }: FilePlan,
  doing: string,
  progress: Progress,
): AsyncGenerator<LandedRow> {
  let done = 0
  for await (const row of rows) {
    if (++done % 5000 === 0) progress({ doing, done, of: file.rows })
    yield row
  }
}

/** The opening stage of a pipeline is known when all deals have been seen. */
async function landHistory(
  batch: Batch,
  { plan, seen }: FileToLand,
  packed: PackedRows,
  meeting: Meeting,
  progress: Progress,
): Promise<void> {
  const { columns } = recordRows('deal', plan, meeting)
  const deals = counted(packed.rows(), plan, `History of ${plan.file.name}`, progress)
  const showing = { columns: new Set(columns), seen, pipelines: meeting.pipelines }
  await batch.write('property_change', sightingColumns, seenIn(deals, showing), plan.file.name)
}

async function* seenIn(deals: AsyncIterable<LandedRow>, showing: Showing): AsyncGenerator<LandedRow> {
  for await (const deal of deals) yield* sightings(deal, showing)
}

/** What histories tell last is the present, of deals that are there; where no list was ever landed, they make the deals. */
async function landPresent(
  batch: Batch,
  files: readonly FileToLand[],
  { lives, registers, pipelines }: Meeting,
  known: Known,
  isAlone: boolean,
): Promise<void> {
  if (lives.count === 0) return
  const makes = isAlone && files.every(({ plan }) => plan.kind !== 'deal')
  const births = makes ? lives.births(await known('deal'), (stage) => pipelines.pipelineWith(stage)) : []
  if (births.length > 0) await batch.write('deal', ['id', 'name', 'pipeline_id', 'created_at', '_version'], births)
  const closings = makes ? lives.closings((stage) => pipelines.isClosed(stage)) : []
  if (closings.length > 0) await batch.write('deal', ['id', 'closed_at', '_version'], closings)
  const isThere = (id: string) => makes || registers.deal.found(id) !== null
  for (const property of observed) {
    const rows = lives.present(property, isThere)
    if (rows.length > 0) await batch.write('deal', ['id', property, '_version'], rows)
  }
}

async function landMade(batch: Batch, { registers, teams, pipelines }: Meeting): Promise<void> {
  const write = async (stream: EntityName, rows: readonly LandedRow[]): Promise<void> => {
    if (rows[0]) await batch.write(stream, Object.keys(rows[0]), rows)
  }
  await write('team', teams.rows())
  await write('owner', registers.owner.made().map(madeOwner))
  await write(
    'company',
    registers.company.made().map(({ id, name }) => ({ id, name })),
  )
  await write('contact', registers.contact.made().map(madeContact))
  await write(
    'deal',
    registers.deal.made().map(({ id, name }) => ({ id, name })),
  )
  await write('pipeline', pipelines.made())
  await write('stage', pipelines.rows())
}

const madeOwner = ({ id, name, email }: MadeRecord): LandedRow => ({ id, name, email, active: 'true' })
const madeContact = ({ id, name, email }: MadeRecord): LandedRow => ({ id, name, email })

const listsUsed = (files: readonly FileToLand[]): readonly ListUsed[] =>
  files.flatMap(({ plan }) =>
    [...plan.lists.values()].map(({ index }) => ({ file: index.file, near: index.near(), missing: index.missing() })),
  )

function namesOf({ registers }: Meeting): Omit<LandedNames, 'lists' | 'stages'> {
  const each = <R>(of: (register: Register) => R): Readonly<Record<NamedKind, R>> => ({
    owner: of(registers.owner),
    company: of(registers.company),
    contact: of(registers.contact),
    deal: of(registers.deal),
  })
  return { near: each((one) => one.near()), made: each((one) => one.made()) }
}
