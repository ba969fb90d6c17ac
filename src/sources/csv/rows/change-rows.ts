import type { LandedRow } from '../../../landing/index.ts'
import { isNamed } from '../fields/targets.ts'
import { misfit } from '../file/row-shape.ts'
import { rowsOf } from '../file/rows.ts'
import { type ChangeOrder, changeOrder } from './change-order.ts'
import { type ChangedProperty, changedProperty, isBareId } from './changed-property.ts'
import type { FilePlan } from './plan.ts'
import type { Meeting, RecordRows } from './record-rows.ts'
import { changesOf, type ToldChange } from './told-change.ts'

const changeColumns = [
  'id',
  'entity',
  'record_id',
  'property',
  'value',
  'changed_at',
  'rank',
  'origin',
  'changed_by',
  '_line',
  '_reason',
] as const

/** The rows of a change log as landed lines of history, with the value from before the first change of each property. */
export function changeRows(plan: FilePlan, meeting: Meeting): RecordRows {
  const { file } = plan
  return {
    columns: changeColumns,
    async *rows(): AsyncGenerator<LandedRow> {
      const read = changesOf(plan)
      const order = await changeOrder(file, read)
      const tell = teller(meeting, order)
      for await (const row of rowsOf(file)) {
        if (row.line <= file.header.line) continue
        const reason = misfit(row, file.columns.length)
        if (reason) yield aside(row.line, reason)
        else for (const change of read(row)) yield* seenBy(meeting, tell(change))
      }
    },
  }
}

/** Notes what the present is, and in which order stages appear. */
function seenBy({ lives, pipelines }: Meeting, told: readonly LandedRow[]): readonly LandedRow[] {
  for (const line of told) {
    if (line.id === null) continue
    lives.saw(line)
    if (line.property === 'stage_id' && line.value) pipelines.sawEntered(String(line.value), String(line.changed_at))
  }
  return told
}

const aside = (line: number, reason: string): LandedRow => ({ id: null, _line: line, _reason: reason })

function teller(meeting: Meeting, order: ChangeOrder): (change: ToldChange) => readonly LandedRow[] {
  const properties = new Map<string, ChangedProperty>()
  const propertyOf = (change: ToldChange, written: string): ChangedProperty => {
    const key = `${change.entity} ${change.writing.header} ${written}`
    const property = properties.get(key) ?? changedProperty(change.entity, written, change.writing, meeting)
    properties.set(key, property)
    return property
  }
  return (change) => {
    const recordId = recordOf(change, meeting)
    if (recordId === null) return [aside(change.line, 'The row does not say which record changed.')]
    if (change.at === null) return [aside(change.line, 'The row does not say when the change was.')]
    if (change.property === null) return [aside(change.line, 'The row does not say what changed.')]
    return lines({ ...change, at: change.at }, recordId, propertyOf(change, change.property), meeting, order)
  }
}

/** A column that is called `Record` holds ids or names. */
function recordOf({ entity, recordId, recordName }: ToldChange, { registers }: Meeting): string | null {
  if (recordId !== null) return isNamed(entity) ? (registers[entity].found(recordId) ?? recordId) : recordId
  if (recordName === null) return null
  return isNamed(entity) ? registers[entity].idOf(recordName) : recordName
}

function lines(
  change: ToldChange & { readonly at: string },
  recordId: string,
  property: ChangedProperty,
  meeting: Meeting,
  order: ChangeOrder,
): readonly LandedRow[] {
  const { entity, value, before, at } = change
  const pipelineId = () => pipelineOf(change, recordId, meeting)
  const told = (text: string | null): string | null => (text === null ? null : property.read(text, pipelineId))
  const key = `${entity}:${recordId}:${property.name}:${at}`
  const common = {
    entity,
    record_id: recordId,
    property: property.name,
    changed_at: at,
    origin: 'file',
    _line: change.line,
  }
  const now = told(value)
  const repeated = order.repeated(change, now ?? '')
  const line = {
    ...common,
    id: `${key}:${(now ?? '').slice(0, 200)}${repeated === 0 ? '' : `:${repeated + 1}`}`,
    value: now,
    rank: rankOf(change, now, meeting, order),
    changed_by: change.by === null ? null : (meeting.registers.owner.found(change.by) ?? change.by),
  }
  const isOpening = before !== null && order.isFirst(change)
  return isOpening ? [{ ...common, id: `${key}:before`, value: told(before), rank: rankBefore(at) }, line] : [line]
}

/** Null where neither the row nor a list of deals tells it. */
const pipelineOf = (
  { pipeline }: ToldChange,
  recordId: string,
  { pipelines, pipelineOfDeal }: Meeting,
): string | null => (pipeline === null ? (pipelineOfDeal?.get(recordId) ?? null) : pipelines.pipelineOf(pipeline))

/** Salesforce tells a new owner twice, by name and by id: an id that nobody has gives way. */
function rankOf(change: ToldChange, value: string | null, { registers }: Meeting, order: ChangeOrder): number {
  const rank = order.rankOf(change)
  const isUnknownOwner = /owner/iu.test(change.property ?? '') && value !== null && isBareId(value)
  return isUnknownOwner && registers.owner.found(value) === null ? 0 : rank
}

/** The value from before the earliest change is the one that counts: of several, its rank is the highest. */
const rankBefore = (at: string): number => Math.min(-1, -Math.floor(Date.parse(at) / 1000) || -1)
