import {
  day,
  deal,
  entity,
  flag,
  forecastCategories,
  id,
  money,
  number,
  options,
  owner,
  pipeline,
  ref,
  stage,
  text,
} from '../model/index.ts'
import type { Dialect } from './dialect.ts'
import { askedFact } from './fact.ts'
import { hasNoRateOf, isHindsightOf, isInferredOf } from './parts/resting.ts'
import { snapshotNeeds, snapshotRows } from './parts/snapshot-rows.ts'
import { snapshotSums } from './parts/snapshot-sums.ts'

const amountBands = options(
  ['0', 'None or 0'],
  ['1', '1 – 999'],
  ['1000', '1,000 – 9,999'],
  ['10000', '10,000 – 49,999'],
  ['50000', '50,000 – 99,999'],
  ['100000', '100,000 and more'],
)

const bandOf = (amount: string) => `CASE
      WHEN coalesce(${amount}, 0) <= 0 THEN '0'
      WHEN ${amount} < 1000 THEN '1'
      WHEN ${amount} < 10000 THEN '1000'
      WHEN ${amount} < 50000 THEN '10000'
      WHEN ${amount} < 100000 THEN '50000'
      ELSE '100000' END`

const nothing = ({ none }: Dialect) => `
    SELECT NULL AS id, ${none('day')} AS snapshot_on, NULL AS deal_id, NULL AS owner_id, NULL AS pipeline_id, NULL AS stage_id,
      FALSE AS is_closed, 0 AS amount, NULL AS amount_band, NULL AS forecast_category, ${none('day')} AS closed_on, 0 AS n, 0 AS total,
      FALSE AS is_stage_inferred, FALSE AS is_amount_inferred, FALSE AS is_stage_hindsight, FALSE AS is_amount_hindsight,
      FALSE AS is_category_hindsight, FALSE AS has_no_rate
    WHERE FALSE`

/** What only a single deal has. */
const ofOne = ['id', 'deal_id', 'amount', 'closed_on']

/**
 * One row per deal and snapshot, as the deal stood at the end of that day; with a pipeline, only what is in it today and
 * was open then. The choice `known` says whether with what was learned later. When nothing of single deals is asked, one row per group, with `n` deals that have `total` together.
 */
const dealSnapshot = askedFact(
  entity('deal_snapshot', {
    rights: 'deal',
    label: 'Deal then',
    plural: 'deals then',
    doc: 'A deal as it stood at the end of a day.',
    title: 'deal.name',
    list: ['deal.name', 'snapshot_on', 'owner.name', 'stage.label', 'total', 'closed_on', 'forecast_category'],
    fields: {
      snapshot_on: day('Snapshot'),
      deal_id: id('Deal', { hidden: true }),
      owner_id: id('Owner', { hidden: true }),
      pipeline_id: id('Pipeline', { hidden: true }),
      stage_id: id('Stage then', { hidden: true }),
      is_closed: flag('Was closed'),
      amount: money('Amount then'),
      amount_band: text('Amount range then', { options: amountBands, ordered: true }),
      forecast_category: text('Forecast category then', { options: forecastCategories, ordered: true }),
      closed_on: day('Close date then'),
      n: number('Deals', { hidden: true }),
      total: money('Amount then', { hidden: true }),
      is_stage_inferred: isInferredOf('stage_id', 'stage', 'is_closed', 'forecast_category'),
      is_amount_inferred: isInferredOf('total', 'amount', 'amount_band'),
      is_stage_hindsight: isHindsightOf('stage_id', 'stage', 'is_closed', 'forecast_category'),
      is_amount_hindsight: isHindsightOf('total', 'amount', 'amount_band'),
      is_category_hindsight: isHindsightOf('forecast_category'),
      has_no_rate: hasNoRateOf('total', 'amount', 'amount_band'),
    },
    refs: {
      deal: ref(deal, 'deal_id'),
      owner: ref(owner, 'owner_id'),
      pipeline: ref(pipeline, 'pipeline_id'),
      stage: ref(stage, 'stage_id', 'Stage then'),
    },
  }),
  {
    needs: snapshotNeeds,
    day: 'snapshot_on',
    asked: (given, bind, uses, dialect) => {
      const band = bandOf('s.amount')
      if (given.days.length === 0) return nothing(dialect)
      return ofOne.some(uses) ? snapshotRows(given, bind, uses, band, dialect) : snapshotSums(given, bind, uses, band)
    },
  },
)

export default dealSnapshot
