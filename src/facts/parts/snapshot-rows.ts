import type { Dialect } from '../dialect.ts'
import type { Bind, Uses } from '../fact.ts'
import { forecastCategoryThen } from './forecast-category.ts'
import { chosen, type Given, moments, pipeline } from './need.ts'
import { needed } from './needed.ts'
import { hasNoRate } from './resting.ts'
import { known, statesAsKnown } from './state-known.ts'

export const snapshotNeeds = { days: moments, pipeline, known: chosen(known) }

/** Of which days, of which pipeline, and with what was known when. */
export type Snapshots = Given<typeof snapshotNeeds>

/** Each deal as it stood at the end of each day; with a pipeline, only what is in it today and was open then. */
export function snapshotRows(
  { days: moments, pipeline, known }: Snapshots,
  bind: Bind,
  uses: Uses,
  band: string,
  { text }: Dialect,
): string {
  const open = pipeline === null ? '' : `AND NOT s.is_closed AND s.pipeline_id = ${bind(pipeline, 'id')}`
  const standing = (on: string, from: string) => `
    SELECT ${needed({ ...columns, snapshot_on: on, id: `s.deal_id || ':' || ${text(on, 'day')}`, amount_band: band }, uses)}
    FROM ${from} LEFT JOIN stage ON stage.id = s.stage_id
    WHERE s.valid_from_on <= ${on} AND (s.valid_until_on IS NULL OR s.valid_until_on > ${on}) ${open}`
  const days = moments.map((on) => bind(on, 'day'))
  if (days.length <= mostReadAlone)
    return days.map((on) => standing(on, `${statesAsKnown(known)} AS s`)).join('\n    UNION ALL')
  const all = days.map((on) => `SELECT ${on} AS snapshot_on`).join(' UNION ALL ')
  return standing('day.snapshot_on', `${statesAsKnown(known)} AS s CROSS JOIN (${all}) AS day`)
}

/** So many days are read one after the other, which is quicker than a join with them. */
const mostReadAlone = 31

/** What a deal then rests on. */
export const stateMarks = {
  is_stage_inferred: 's.is_stage_inferred',
  is_amount_inferred: 's.is_amount_inferred',
  is_stage_hindsight: 's.is_stage_hindsight',
  is_amount_hindsight: 's.is_amount_hindsight',
  is_category_hindsight: 's.is_category_hindsight',
  has_no_rate: hasNoRate('s'),
}

const columns = {
  deal_id: 's.deal_id',
  owner_id: 's.owner_id',
  pipeline_id: 's.pipeline_id',
  stage_id: 's.stage_id',
  is_closed: 's.is_closed',
  amount: 's.amount',
  closed_on: 's.closed_on',
  forecast_category: forecastCategoryThen('s', 'stage'),
  n: '1',
  total: 's.amount',
  ...stateMarks,
}
