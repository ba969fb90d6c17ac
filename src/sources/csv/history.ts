import type { LandedRow } from '../../landing/index.ts'
import type { Pipelines } from './pipelines.ts'

export const historyColumns = [
  'id',
  'entity',
  'record_id',
  'property',
  'value',
  'changed_at',
  'rank',
  'origin',
  '_line',
  '_deleted',
] as const

const atCreation = ['pipeline_id', 'amount_in_currency', 'closed_at', 'owner_id', 'forecast_category'] as const

/**
 * What the dates of a deal tell of its history: its values at creation, and for a closed deal the day it closed.
 * An open deal is taken to be in its stage since creation, a closed one to have begun in the opening stage.
 * With `again` it also takes back what an earlier import concluded and this one does not.
 */
export function* inferredChanges(deal: LandedRow, pipelines: Pipelines, again: boolean): Generator<LandedRow> {
  if (!deal.id || !isReadable(deal)) return
  const said = new Set<string>()
  for (const row of changes(deal, pipelines)) {
    said.add(String(row.id))
    yield row
  }
  if (!again) return
  const possible = [...atCreation, 'stage_id'].map((property) => changeId(deal, property, 'opened'))
  for (const id of [...possible, changeId(deal, 'stage_id', 'closed')]) {
    if (!said.has(id)) yield { id, entity: 'deal', record_id: deal.id, _line: deal._line ?? null, _deleted: 'true' }
  }
}

function* changes(deal: LandedRow, pipelines: Pipelines): Generator<LandedRow> {
  const created = textOf(deal.created_at)
  if (created === null) return
  const stage = textOf(deal.stage_id)
  const closed = stage !== null && isClosed(pipelines, stage)
  const first = closed ? (pipelines.openingStage(textOf(deal.pipeline_id) ?? '') ?? stage) : stage
  if (first) yield change(deal, 'stage_id', first, created, 'opened')
  for (const property of atCreation) {
    const value = textOf(deal[property])
    if (value !== null) yield change(deal, property, value, created, 'opened')
  }
  if (closed && stage !== first) yield change(deal, 'stage_id', stage, later(created, textOf(deal.closed_at)), 'closed')
}

/** A deal that goes to quarantine leaves no history behind. */
function isReadable(deal: LandedRow): boolean {
  const dates = [deal.created_at, deal.closed_at].every((date) => !date || /^\d{4}-\d{2}-\d{2}/.test(String(date)))
  return dates && (!deal.amount_in_currency || Number.isFinite(Number(deal.amount_in_currency)))
}

const isClosed = (pipelines: Pipelines, stage: string): boolean => {
  const meaning = pipelines.meaningOf(stage)
  return meaning !== null && meaning.is !== 'open'
}

const textOf = (value: string | number | null | undefined): string | null =>
  value === null || value === undefined ? null : String(value)

/** A deal that closed before it was created closed when it was created. */
const later = (created: string, closed: string | null): string =>
  closed === null || closed < created ? created : closed

/** The id says what the change is, so that the next import replaces it. */
const changeId = (deal: LandedRow, property: string, step: 'opened' | 'closed'): string =>
  `deal:${deal.id}:${property}:${step}`

function change(
  deal: LandedRow,
  property: string,
  value: string,
  changedAt: string,
  step: 'opened' | 'closed',
): LandedRow {
  return {
    id: changeId(deal, property, step),
    entity: 'deal',
    record_id: String(deal.id),
    property,
    value,
    changed_at: changedAt,
    rank: step === 'opened' ? 0 : 1,
    origin: 'inferred',
    _line: deal._line ?? null,
  }
}
