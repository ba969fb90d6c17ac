import type { LandedRow } from '../../../landing/index.ts'
import type { Pipelines } from './pipelines.ts'
import type { Seen } from './seen.ts'

export const sightingColumns = [
  'id',
  'entity',
  'record_id',
  'property',
  'value',
  'changed_at',
  'rank',
  'origin',
  'seen_at',
  'value_before',
  '_line',
] as const

/** The properties of a deal that have a history. */
export const observed = [
  'stage_id',
  'pipeline_id',
  'amount_in_currency',
  'currency',
  'closed_at',
  'owner_id',
  'forecast_category',
  'exchange_rate',
] as const

/** What of a landed deal its sightings are told from. */
export const toldFrom = ['id', 'created_at', ...observed, 'amount_in_home_currency', '_line', '_reason'] as const

/** Larger amounts are put aside by the warehouse. */
const mostMoney = 1e14

/** What a file shows of the deals in it. */
export interface Showing {
  readonly columns: ReadonlySet<string>
  readonly seen: Seen
  readonly pipelines: Pipelines
}

/**
 * What the row of a deal shows of its history: the value of each property that the file has a column for, also none.
 * A closed deal is taken to have come to its values on its close date, and to have begun in the opening stage.
 */
export function* sightings(deal: LandedRow, { columns, seen, pipelines }: Showing): Generator<LandedRow> {
  if (!deal.id || !isReadable(deal)) return
  const stage = textOf(deal.stage_id)
  const isClosed = stage !== null && pipelines.isClosed(stage)
  const seenAt = laterOf(seen.at, textOf(deal.created_at))
  const common = {
    entity: 'deal',
    record_id: String(deal.id),
    origin: 'inferred',
    seen_at: seenAt,
    changed_at: isClosed ? closedAt(deal, seenAt) : seenAt,
    _line: deal._line ?? null,
  }
  for (const property of observed) {
    if (!columns.has(property) && !(inHomeMoney.has(property) && columns.has('amount_in_home_currency'))) continue
    const closes = property === 'stage_id' && isClosed
    yield {
      ...common,
      id: `deal:${deal.id}:${property}:seen:${seen.day}`,
      property,
      value: shown(deal, property),
      rank: closes ? 1 : 0,
      value_before: closes ? pipelines.openingStage(textOf(deal.pipeline_id) ?? '') : null,
    }
  }
}

/** What an amount in company currency tells too: the rate of that day, and the amount where no other is told. */
const inHomeMoney: ReadonlySet<string> = new Set(['amount_in_currency', 'exchange_rate'])

function shown(deal: LandedRow, property: (typeof observed)[number]): string | null {
  const home = textOf(deal.amount_in_home_currency)
  if (home === null || !inHomeMoney.has(property)) return textOf(deal[property])
  const amount = textOf(deal.amount_in_currency)
  if (property === 'amount_in_currency') return amount ?? home
  return amount === null || Number(amount) === 0 ? '1' : String(Number(home) / Number(amount))
}

/** A deal that goes to quarantine leaves no history behind. */
const isReadable = ({ _reason, amount_in_currency: amount }: LandedRow): boolean =>
  !_reason && (!amount || Math.abs(Number(amount)) < mostMoney)

const textOf = (value: string | number | null | undefined): string | null =>
  value === null || value === undefined ? null : String(value)

/** A deal that closed before it was created closed when it was created; without a date of closing, too. */
function closedAt(deal: LandedRow, seenAt: string): string {
  const [created, closed] = [textOf(deal.created_at), textOf(deal.closed_at)]
  const told = closed === null ? created : laterOf(closed, created)
  return told === null || told > seenAt ? seenAt : told
}

const laterOf = (one: string, other: string | null): string => (other !== null && other > one ? other : one)
