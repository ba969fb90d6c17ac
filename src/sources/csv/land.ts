import type { Progress } from '../../effects.ts'
import type { Batch, LandedRow } from '../../landing/index.ts'
import type { EntityName } from '../../model/index.ts'
import { changeRows } from './change-rows.ts'
import { historyColumns, inferredChanges } from './history.ts'
import type { Known } from './known.ts'
import { type Pipelines, pipelines } from './pipelines.ts'
import { type FilePlan, namedIn, stageMeanings } from './plan.ts'
import { type Meeting, recordRows } from './record-rows.ts'
import { type MadeRecord, type NearMatch, type Register, register } from './register.ts'
import { meetSetup } from './setup-rows.ts'
import type { StageMeaning } from './stages.ts'
import { isSetup, type NamedKind } from './targets.ts'
import { teams } from './teams.ts'

/** One file to land, with the key it is remembered by. */
export interface FileToLand {
  readonly plan: FilePlan
  readonly key: string
  /** A file of this name was landed before. */
  readonly again: boolean
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
): Promise<LandedNames> {
  const meeting = await meetingOf(files, known)
  for (const { plan } of files) if (isSetup(plan.kind)) await meetSetup(plan, meeting)
  for (const file of files) await landRecords(batch, file, meeting, progress)
  const names = { ...namesOf(meeting), stages: meeting.pipelines.concluded(), lists: listsUsed(files) }
  await landMade(batch, meeting)
  for (const file of files) if (file.plan.kind === 'deal') await landHistory(batch, file, meeting, progress)
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
  }
}

async function pipelinesOfDeals(known: Known): Promise<Map<string, string>> {
  const deals = await known('deal')
  return new Map(deals.flatMap(({ id, parent }) => (parent ? [[id, parent] as const] : [])))
}

async function landRecords(batch: Batch, { plan }: FileToLand, meeting: Meeting, progress: Progress): Promise<void> {
  if (isSetup(plan.kind)) return
  const { columns, rows } =
    plan.kind === 'property_change' ? changeRows(plan, meeting) : recordRows(plan.kind, plan, meeting)
  const doing = `Landing ${plan.file.name}`
  await batch.write(plan.kind, columns, counted(rows(), plan, doing, progress), plan.file.name)
}

async function* counted(
  rows: AsyncIterable<LandedRow>,
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

async function landHistory(batch: Batch, file: FileToLand, meeting: Meeting, progress: Progress): Promise<void> {
  const { rows } = recordRows('deal', file.plan, meeting)
  const deals = counted(rows(), file.plan, `History of ${file.plan.file.name}`, progress)
  await batch.write(
    'property_change',
    historyColumns,
    historyOf(deals, meeting.pipelines, file.again),
    file.plan.file.name,
  )
}

async function* historyOf(deals: AsyncIterable<LandedRow>, ways: Pipelines, again: boolean): AsyncGenerator<LandedRow> {
  for await (const deal of deals) yield* inferredChanges(deal, ways, again)
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
