import type { LandedRow } from '../../../landing/index.ts'
import { kindNouns } from '../../../model/index.ts'
import { flagOf } from '../columns/canonical.ts'
import { isNamed, type NamedKind, type RecordKind, type StandIn } from '../fields/targets.ts'
import { fileRowBlocks } from '../file/file-rows.ts'
import { misfit } from '../file/row-shape.ts'
import type { Row } from '../file/rows.ts'
import type { Cell, Cells, Reference } from './cells.ts'
import type { LogLives } from './log-lives.ts'
import type { Pipelines } from './pipelines.ts'
import type { FilePlan } from './plan.ts'
import type { Register } from './register.ts'
import { type RowId, rowIdFor } from './row-id.ts'
import { closingIn, type StageMeaning } from './stages.ts'
import type { Teams } from './teams.ts'

/** Where rows find the records they name. */
export interface Meeting {
  readonly registers: Readonly<Record<NamedKind, Register>>
  readonly teams: Teams
  readonly pipelines: Pipelines
  /** The pipeline of each deal, for the stages of its history; null where no history is read. */
  readonly pipelineOfDeal: Map<string, string> | null
  /** What the histories tell of the present. */
  readonly lives: LogLives
}

export interface RecordRows {
  readonly columns: readonly string[]
  rows(): AsyncGenerator<LandedRow>
}

type Values = Record<string, string | null>

export type RecordsIn = Pick<FilePlan, 'file' | 'cells' | 'mapping'>

/** The rows of a file as landed rows of its records, with a reason where a row has the wrong number of cells. */
export function recordRows(kind: RecordKind, { file, cells, mapping }: RecordsIn, meeting: Meeting): RecordRows {
  const own = [...cells.values.map((cell) => cell.into), ...cells.references.map((reference) => reference.via)]
  const columns = [...new Set(['id', ...own, ...addedColumns(kind, cells), '_line', '_reason'])]
  return {
    columns,
    async *rows(): AsyncGenerator<LandedRow> {
      const make = rowMaker(kind, cells, meeting)
      const whole = withConstants(file.columns.length, cells.constants)
      const landed = (row: Row): LandedRow => {
        const reason = misfit(row, file.columns.length)
        return reason
          ? { id: null, _line: row.line, _reason: reason }
          : Object.assign(make(whole(row)), { _line: row.line })
      }
      for await (const block of fileRowBlocks(file, mapping.totals === 'records'))
        for (const row of block) yield landed(row)
    },
  }
}

const withConstants = (columns: number, constants: readonly string[]): ((row: Row) => Row) =>
  constants.length === 0
    ? (row) => row
    : ({ line, cells }) => ({ line, cells: [...cells.slice(0, columns), ...constants] })

/** Columns that come from several cells, or from none. */
function addedColumns(kind: RecordKind, { parts, standIns }: Cells): readonly string[] {
  const name = parts.first_name !== undefined || parts.last_name !== undefined ? ['name'] : []
  const team = parts.team !== undefined || parts.parent_team !== undefined ? [teamColumn(kind)] : []
  const pipeline = parts.pipeline !== undefined ? ['pipeline_id'] : []
  const stage = kind === 'deal' ? ['name', 'pipeline_id', 'stage_id'] : []
  const stoodIn = Object.values(standIns).map((cell) => cell.into)
  return [...name, ...team, ...pipeline, ...stage, ...stoodIn, ...(kind === 'owner' ? ['active'] : [])]
}

const teamColumn = (kind: RecordKind): string => (kind === 'owner' ? 'main_team_id' : 'team_id')

function rowMaker(kind: RecordKind, cells: Cells, meeting: Meeting): (row: Row) => Values {
  const hasId = cells.values.some((cell) => cell.into === 'id')
  const own = isNamed(kind) ? meeting.registers[kind] : null
  const rowId: RowId = rowIdFor(kind, own)
  return (row) => {
    const values = readValues(cells, row)
    for (const reference of cells.references) values[reference.via] = referred(reference, cells, row, meeting)
    addParts(kind, cells, row, values, meeting)
    if (!hasId) values.id = rowId(values)
    if (kind === 'deal' && values.name === undefined) values.name = dealName(cells, row, values)
    if (values.id) introduce(own, values)
    if (kind === 'deal' && values.id && values.pipeline_id) meeting.pipelineOfDeal?.set(values.id, values.pipeline_id)
    return values
  }
}

function readValues(cells: Cells, row: Row): Values {
  const values: Values = {}
  for (const cell of cells.values) values[cell.into] ??= valueIn(cell, cells, row, values)
  return values
}

/** A value that is not of its kind is kept as it is written, and the row cannot be read: its column says why. */
function valueIn({ at, header, is, read }: Cell, cells: Cells, row: Row, values: Values): string | null {
  const text = cellAt(cells, row, at)
  const value = text === null ? null : read(text)
  if (text === null || value !== null || is === undefined) return value
  values._reason ??= `The column '${header}' holds '${text.slice(0, 80)}', which is not ${kindNouns[is]}.`
  return text
}

function introduce(register: Register | null, { id, name, email }: Values): void {
  if (!register || !id) return
  register.know(id, name ?? null)
  if (email) register.know(id, email)
}

const cellAt = ({ filled }: Cells, row: Row, at: number | null | undefined): string | null =>
  at === null || at === undefined ? null : (filled[at]?.(row.cells[at]) ?? null)

/** A list of deals without names would be blank: company and id tell them apart. */
function dealName(cells: Cells, row: Row, { id }: Values): string | null {
  const company = cells.references.find((reference) => reference.to === 'company')
  return [cellAt(cells, row, company?.nameAt), id].filter(Boolean).join(' · ') || null
}

const firstOf = (cell: string | null): string | null => cell?.split(';')[0]?.trim() || null

/** An id names the record surely; of several the first is meant. */
function referred({ to, nameAt, idAt }: Reference, cells: Cells, row: Row, { registers }: Meeting): string | null {
  const several = cellAt(cells, row, idAt)?.includes(';')
  const name = several ? firstOf(cellAt(cells, row, nameAt)) : cellAt(cells, row, nameAt)
  const id = firstOf(cellAt(cells, row, idAt))
  if (id === null) return name === null ? null : registers[to].idOf(name)
  if (name !== null) registers[to].introduce(id, name)
  return id
}

function addParts(kind: RecordKind, cells: Cells, row: Row, values: Values, meeting: Meeting): void {
  const { parts } = cells
  const part = (name: keyof typeof parts): string | null => cellAt(cells, row, parts[name])
  if (parts.first_name !== undefined || parts.last_name !== undefined) {
    values.name = [part('first_name'), part('last_name')].filter((name) => name !== null).join(' ') || null
  }
  if (parts.team !== undefined || parts.parent_team !== undefined) {
    values[teamColumn(kind)] = meeting.teams.idOf(part('team'), part('parent_team'))
  }
  if (kind === 'owner' && values.active === undefined) values.active = 'true'
  const pipeline = part('pipeline')
  if (kind !== 'deal' && parts.pipeline !== undefined)
    values.pipeline_id = pipeline === null ? null : meeting.pipelines.pipelineOf(pipeline)
  if (kind !== 'deal') return
  const label = stageLabel(part('stage'), part('status'))
  addStage(values, pipeline, label, endTold(part('is_won'), part('is_closed')), meeting.pipelines)
  const stage = values.stage_id ? meeting.pipelines.meaningOf(values.stage_id) : null
  standIn(cells, row, values, stage?.is === 'lost')
}

/** Lost and won time both close, those of the deal's own end first; what is expected counts where nothing happened. */
function standIn(cells: Cells, row: Row, values: Values, isLost: boolean): void {
  const { standIns } = cells
  const read = (part: StandIn): string | null => {
    const cell = standIns[part]
    return cell ? valueIn(cell, cells, row, values) : null
  }
  if (standIns.won_at || standIns.lost_at || standIns.expected_at) {
    const ends = isLost ? (read('lost_at') ?? read('won_at')) : (read('won_at') ?? read('lost_at'))
    values.closed_at = values.closed_at ?? ends ?? read('expected_at')
  }
  if (standIns.expected_amount) values.amount_in_currency = values.amount_in_currency ?? read('expected_amount')
}

/** Where won and lost are told beside the stage, they decide. */
const stageLabel = (stage: string | null, status: string | null): string | null =>
  status !== null && closingIn(status) !== null ? status : stage

/** What flags tell beside the stage, or instead of it. */
function endTold(won: string | null, closed: string | null): StageMeaning['is'] | null {
  if (won === null) return null
  if (flagOf(won) === 'true') return 'won'
  return closed !== null && flagOf(closed) === 'true' ? 'lost' : 'open'
}

const endNames: Readonly<Record<StageMeaning['is'], string>> = { open: 'Open', won: 'Won', lost: 'Lost' }

/** A stage whose name means something else than what the row tells of its end gives way. */
function addStage(
  values: Values,
  pipeline: string | null,
  stage: string | null,
  end: StageMeaning['is'] | null,
  pipelines: Pipelines,
): void {
  const pipelineId = pipelines.pipelineOf(pipeline)
  const named = stage === null ? null : pipelines.stageOf(pipelineId, stage)
  const fits = end === null || (named !== null && pipelines.meaningOf(named)?.is === end)
  values.pipeline_id = pipelineId
  values.stage_id = fits ? named : pipelines.stageOf(pipelineId, endNames[end])
  if (values.stage_id && values.created_at) pipelines.sawCreated(values.stage_id)
}
