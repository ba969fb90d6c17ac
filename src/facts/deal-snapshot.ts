import {
  day,
  deal,
  entity,
  flag,
  forecastCategories,
  id,
  money,
  options,
  owner,
  pipeline,
  ref,
  stage,
  text,
} from '../model/index.ts'
import { type AskedFact, type Bind, given, givenAll, type Params } from './fact.ts'
import { forecastCategoryOf } from './forecast-category.ts'

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

/** The deals as they stood at the end of one day. */
function standing(on: string, params: Params, bind: Bind): string {
  const pipeline = given(params, 'pipeline')
  const open = pipeline === null ? '' : `AND NOT s.is_closed AND s.pipeline_id = ${bind(pipeline, 'id')}`
  return `
    SELECT s.deal_id || ':' || CAST(${on} AS VARCHAR) AS id, ${on} AS snapshot_on,
      s.deal_id, s.owner_id, s.pipeline_id, s.stage_id, s.is_closed, s.amount,
      ${bandOf('s.amount')} AS amount_band, ${forecastCategoryOf('s', 'stage')} AS forecast_category, s.closed_on
    FROM deal_state AS s LEFT JOIN stage ON stage.id = s.stage_id
    WHERE s.valid_from_on <= ${on} AND (s.valid_until_on IS NULL OR s.valid_until_on > ${on}) ${open}`
}

/** One row per deal and snapshot, as the deal stood at the end of that day; with a pipeline, only what is in it today and was open then. */
const dealSnapshot = {
  ...entity('deal_snapshot', {
    label: 'Deal then',
    plural: 'deals then',
    doc: 'A deal as it stood at the end of a day.',
    title: 'deal.name',
    list: ['deal.name', 'snapshot_on', 'owner.name', 'stage.label', 'amount', 'closed_on', 'forecast_category'],
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
    },
    refs: {
      deal: ref(deal, 'deal_id'),
      owner: ref(owner, 'owner_id'),
      pipeline: ref(pipeline, 'pipeline_id'),
      stage: ref(stage, 'stage_id', 'Stage then'),
    },
  }),
  asked: (params, bind) => {
    const days = givenAll(params, 'days').map((on) => bind(on, 'day'))
    if (days.length === 0) return `${standing(bind(null, 'day'), params, bind)} AND FALSE`
    return days.map((on) => standing(on, params, bind)).join('\n    UNION ALL')
  },
} as const satisfies AskedFact

export default dealSnapshot
