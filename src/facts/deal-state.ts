import {
  day,
  deal,
  entity,
  flag,
  forecastCategories,
  id,
  instant,
  money,
  number,
  owner,
  pipeline,
  ref,
  stage,
  text,
} from '../model/index.ts'
import { dealProperties } from './deal-history.ts'
import type { Dialect } from './dialect.ts'
import type { Fact, Making, Touched } from './fact.ts'
import { dayOf, isOwnCurrency, readAs, startOf } from './parts/local.ts'
import { ratesByDay } from './parts/rates.ts'
import {
  bare,
  carriedValue,
  eachMarked,
  firstKnown,
  isGuessed,
  isHindsight,
  isInferred,
  marksOfState,
} from './parts/state-marks.ts'

const values = dealProperties.map((property) => (property === 'amount_in_currency' ? 'amount' : property))
const tellers = { stage_id: 'stage_by', amount_in_currency: 'amount_by', closed_at: 'closed_by' }

const each = (sql: (property: string) => string): string => dealProperties.map(sql).join(',\n        ')
const eachTeller = (sql: (teller: string, property: string) => string): string =>
  Object.entries(tellers)
    .map(([property, teller]) => sql(teller, property))
    .join(', ')

const line = 'record_id, property, changed_at'
const repeated = `SELECT ${line} FROM told GROUP BY ${line} HAVING count(*) > 1`

/** Of one property that changed several times at one instant, each change has its place; hardly any does. */
const placed = `
      SELECT *, 1 AS nth FROM told WHERE (${line}) NOT IN (SELECT ${line} FROM repeated)
      UNION ALL
      SELECT *, row_number() OVER (PARTITION BY ${line} ORDER BY rank, id)
      FROM told WHERE (${line}) IN (SELECT ${line} FROM repeated)`

/**
 * What is told of a deal at one instant, each property at most once: what changed several times makes several rows, and what
 * else is told then belongs to the first. A mark alone is a value that was cleared, so that null can stand for what is not told.
 * Where a value was first known that is taken to have held before, nothing is told, and a state ends.
 */
const moments = (touched: Touched) => `
      SELECT record_id, changed_at, max(changed_on) AS changed_on, nth,
        ${each((property) => `max(CASE WHEN property = '${property}' THEN ${carriedValue} END) AS ${property}`)},
        ${eachTeller((teller, property) => `max(CASE WHEN property = '${property}' THEN coalesce(changed_by, '') END) AS ${teller}`)}
      FROM (
        SELECT record_id, property, value, changed_at, changed_on, nth, changed_by, inferred FROM placed
        UNION ALL
        SELECT id, NULL, NULL, created_at, created_on, 1, NULL, NULL FROM deal WHERE created_at IS NOT NULL AND ${touched('id')}
        UNION ALL
        SELECT record_id, NULL, NULL, known_at, known_on, 1, NULL, NULL FROM told WHERE known_at > changed_at
      ) AS line
      GROUP BY record_id, changed_at, nth`

/** Which properties of a deal anybody told of. */
const known = `
      SELECT record_id, ${each((property) => `max(CASE WHEN ${property} IS NULL THEN 0 ELSE 1 END) AS ${property}`)}
      FROM moment GROUP BY record_id`

const carried = ({ lastKnown }: Dialect) => `
      SELECT record_id, changed_at, changed_on, nth,
        ${each((property) => `${lastKnown(property)} OVER history AS ${property}`)},
        ${eachTeller((teller) => `${lastKnown(teller)} OVER history AS ${teller}`)}
      FROM moment
      WINDOW history AS (PARTITION BY record_id ORDER BY changed_at, nth)`

const settled = (making: Making) => `
      SELECT record_id, changed_at, changed_on, nth, ${bare('stage_id')} AS stage_id,
        ${readAs(making, 'money', bare('amount_in_currency'))} AS amount, ${bare('currency')} AS currency,
        ${readAs(making, 'instant', bare('closed_at'))} AS closed_at,
        ${bare('owner_id')} AS owner_id, ${bare('pipeline_id')} AS pipeline_id, ${bare('forecast_category')} AS forecast_category,
        ${readAs(making, 'number', bare('exchange_rate'))} AS exchange_rate,
        ${isInferred('stage_id')} AS is_stage_inferred, ${isInferred('amount_in_currency')} AS is_amount_inferred,
        ${isInferred('closed_at')} AS is_close_inferred, ${eachTeller((teller) => `nullif(${teller}, '') AS ${teller}`)}
      FROM carried`

const before = (column: string) => `lag(${column}) OVER (PARTITION BY record_id ORDER BY changed_at, nth)`

const compared = `
      SELECT *, ${before('stage_id')} AS stage_before_id, ${before('changed_at')} AS before_at,
        ${values.map((value) => `${value} IS DISTINCT FROM ${before(value)}`).join('\n        OR ')} AS differs
      FROM settled`

/** A property that nobody told of has always had its present value. */
const valueOr = (property: string, value: string, present: string) =>
  `CASE WHEN known.${property} = 1 THEN ${value} ELSE ${present} END`

const stageThen = valueOr('stage_id', 'compared.stage_id', 'deal.stage_id')
const stageBefore = valueOr(
  'stage_id',
  'compared.stage_before_id',
  'CASE WHEN compared.before_at IS NOT NULL THEN deal.stage_id END',
)
const closing = (moment: string) =>
  `max(CASE WHEN stage.is_closed AND NOT coalesce(stage_before.is_closed, FALSE) THEN ${moment} END) OVER story`

/** What the deal itself tells of its rate today; an amount that is told in the company's currency alone needs none. */
const rateToday = `CASE
          WHEN deal.amount_in_home_currency IS NULL THEN deal.exchange_rate
          ELSE coalesce(deal.amount_in_home_currency / nullif(deal.amount_in_currency, 0), 1) END`

const currencyThen = valueOr('currency', 'compared.currency', 'deal.currency')

/** What was told of it then. */
const toldRate = (making: Making) => `CASE
          WHEN deal.amount_in_home_currency IS NOT NULL OR ${currencyThen} IS NULL OR NOT ${isOwnCurrency(making, currencyThen)}
          THEN ${valueOr('exchange_rate', 'compared.exchange_rate', rateToday)} END`
const isToldAtHome = 'deal.amount_in_currency IS NULL AND deal.amount_in_home_currency IS NOT NULL'

const states = (touched: Touched, making: Making) => `
      SELECT deal.id AS deal_id, compared.changed_at AS valid_from, compared.changed_on AS valid_from_on,
        lead(compared.changed_at) OVER story AS valid_until, lead(compared.changed_on) OVER story AS valid_until_on,
        row_number() OVER story AS ordinal, stage.is_closed AS is_closed, stage.is_won AS is_won,
        ${closing('compared.changed_at')} AS closing_at, ${closing('compared.changed_on')} AS closing_on,
        ${stageThen} AS stage_id,
        ${valueOr('amount_in_currency', 'compared.amount', 'coalesce(deal.amount_in_currency, deal.amount_in_home_currency)')} AS amount,
        ${valueOr('closed_at', 'compared.closed_at', 'deal.closed_at')} AS closed_at,
        ${valueOr('forecast_category', 'compared.forecast_category', 'deal.forecast_category')} AS forecast_category,
        ${valueOr('owner_id', 'compared.owner_id', 'deal.owner_id')} AS owner_then_id,
        ${valueOr('pipeline_id', 'compared.pipeline_id', 'deal.pipeline_id')} AS pipeline_then_id,
        deal.owner_id AS owner_id, deal.pipeline_id AS pipeline_id,
        ${currencyThen} AS currency, ${toldRate(making)} AS told_rate, ${isToldAtHome} AS is_told_at_home,
        ${eachTeller((teller) => `compared.${teller} AS ${teller}`)},
        ${isGuessed('stage_id', 'is_stage_inferred')} AS is_stage_inferred,
        ${isGuessed('amount_in_currency', 'is_amount_inferred')} AS is_amount_inferred,
        ${isGuessed('closed_at', 'is_close_inferred')} AS is_close_inferred,
        ${isHindsight('stage_id')} AS is_stage_hindsight, ${isHindsight('amount_in_currency')} AS is_amount_hindsight,
        ${isHindsight('closed_at')} AS is_close_hindsight, ${isHindsight('forecast_category')} AS is_category_hindsight
      FROM compared
      JOIN deal ON deal.id = compared.record_id
      LEFT JOIN known ON known.record_id = compared.record_id
      LEFT JOIN first_known ON first_known.record_id = compared.record_id
      LEFT JOIN stage ON stage.id = ${stageThen}
      LEFT JOIN stage AS stage_before ON stage_before.id = ${stageBefore}
      WHERE (compared.before_at IS NULL OR compared.differs OR compared.changed_at IN (${eachMarked((property) => `first_known.${property}_known_at`)}))
        AND ${touched('deal.id')}
      WINDOW story AS (PARTITION BY compared.record_id ORDER BY compared.changed_at, compared.nth)`

/**
 * An open state is worth on each day what that day's rate makes of it, or else the rate that the deal tells; a closed one
 * what the deal tells, or else the rate of its close date.
 */
const priced = (making: Making) => `
      SELECT state.*, ${dayOf(making, 'state.closed_at')} AS closed_on,
        CASE WHEN state.rated_in IS NULL THEN coalesce(state.told_rate, 1)
          WHEN state.is_closed OR state.is_told_at_home THEN coalesce(state.told_rate, rate.rate)
          ELSE coalesce(rate.rate, state.told_rate) END AS rate,
        CASE WHEN rate.holds_from > state.valid_from_on AND ${isPriced} THEN rate.holds_from END AS priced_from_on,
        CASE WHEN rate.holds_from > state.valid_from_on AND ${isPriced} THEN rate.begins_at END AS priced_from
      FROM (${rated(making)}) AS state
      LEFT JOIN (SELECT *, ${startOf(making, 'holds_from')} AS begins_at FROM ${ratesByDay(making.dialect)} AS dated) AS rate
        ON rate.currency = state.rated_in AND rate.holds_until > state.rated_from_on AND rate.begins_at < state.rated_until`

/** Each state with the time whose rates it needs, in plain comparisons, so that states and rates are hashed; none in one's own currency. */
const rated = (making: Making) => `
        SELECT *, CASE WHEN rated_in IS NULL THEN NULL WHEN ${isPriced}
          THEN ${making.dialect.larger(`coalesce(valid_until, ${making.dialect.latest('instant')})`, after(making, 'rated_from_on'))}
          ELSE ${after(making, 'rated_from_on')} END AS rated_until
        FROM (SELECT *, CASE WHEN NOT ${isOwnCurrency(making, 'currency')} THEN upper(currency) END AS rated_in,
          CASE WHEN ${isPriced} THEN valid_from_on ELSE ${ownDay(making)} END AS rated_from_on FROM state) AS state`

const after = (making: Making, day: string) => making.dialect.later(startOf(making, day), 1)

const ownDay = (making: Making) =>
  `CASE WHEN state.is_closed THEN coalesce(${dayOf(making, 'state.closed_at')}, state.closing_on, state.valid_from_on)
            ELSE state.valid_from_on END`

const isPriced = 'NOT coalesce(state.is_closed, FALSE) AND coalesce(state.amount, 0) <> 0'
const piece = 'OVER (PARTITION BY deal_id ORDER BY ordinal, coalesce(priced_from, valid_from))'
const within = (then: string, otherwise: string) =>
  `CASE WHEN lead(ordinal) ${piece} = ordinal THEN lead(${then}) ${piece} ELSE ${otherwise} END`

/**
 * One row per interval in which nothing of note about a deal changed: it held after `valid_from` and up to and including
 * `valid_until`, null while it lasts. So the state as of T, which knows what changed strictly before T, is the row with
 * `valid_from < T` and `valid_until` null or not before T; of several changes of one property at one instant all but the
 * last are states of no length, which are the state as of no instant. Money in another currency is converted at the rate of
 * the day, so an open state ends where a new rate begins; a closed one keeps the rate of its close date.
 */
const dealState = {
  ...entity('deal_state', {
    rights: 'deal',
    label: 'Deal state',
    plural: 'deal states',
    doc: 'A time in which stage, amount, currency, close date, owner, pipeline and forecast category of a deal stayed the same.',
    title: 'deal.name',
    list: ['deal.name', 'stage.label', 'amount', 'closed_on', 'owner.name', 'valid_from', 'valid_until'],
    fields: {
      deal_id: id('Deal', { hidden: true }),
      ordinal: number('State number of the deal'),
      valid_from: instant('Valid from'),
      valid_from_on: day('Valid from date'),
      valid_until: instant('Valid until'),
      valid_until_on: day('Valid until date'),
      stage_id: id('Stage then', { hidden: true }),
      is_closed: flag('Was closed'),
      is_won: flag('Was won'),
      /** When the deal was moved to the won or lost stage that it was in; null in open stages. */
      stage_closed_at: instant('Closed since'),
      stage_closed_on: day('Closed since date'),
      amount: money('Amount then'),
      amount_in_currency: money('Amount then, in the deal’s currency', { hidden: true }),
      currency: text('Currency then', { hidden: true }),
      rate: number('Exchange rate then', { hidden: true }),
      closed_at: instant('Closed at then'),
      closed_on: day('Close date then'),
      forecast_category: text('Forecast category then', { options: forecastCategories }),
      owner_then_id: id('Owner then', { hidden: true }),
      pipeline_then_id: id('Pipeline then', { hidden: true }),
      /** Owner and pipeline of today: reports on history filter by these. */
      owner_id: id('Deal owner', { hidden: true }),
      pipeline_id: id('Pipeline', { hidden: true }),
      stage_by: id('Stage set by', { hidden: true }),
      amount_by: id('Amount set by', { hidden: true }),
      closed_by: id('Close date set by', { hidden: true }),
      /** Concluded from rows and dates, or never told at all. */
      is_stage_inferred: flag('Stage was inferred', { hidden: true }),
      is_amount_inferred: flag('Amount was inferred', { hidden: true }),
      is_close_inferred: flag('Close date was inferred', { hidden: true }),
      /** Learned only after the state, from a row that is taken to have held since the creation. */
      is_stage_hindsight: flag('Stage was learned later', { hidden: true }),
      is_amount_hindsight: flag('Amount was learned later', { hidden: true }),
      is_close_hindsight: flag('Close date was learned later', { hidden: true }),
      is_category_hindsight: flag('Forecast category was learned later', { hidden: true }),
    },
    refs: {
      deal: ref(deal, 'deal_id'),
      stage: ref(stage, 'stage_id'),
      owner: ref(owner, 'owner_id'),
      pipeline: ref(pipeline, 'pipeline_id'),
      owner_then: ref(owner, 'owner_then_id', 'Owner then'),
      pipeline_then: ref(pipeline, 'pipeline_then_id', 'Pipeline then'),
    },
  }),
  of: 'deal',
  recordId: 'deal_id',
  sortedBy: 'valid_from_on',
  after: ['deal_history'],
  wholeWhen: ['stage'],
  rows: (touched, making) => `
    WITH told AS (SELECT * FROM deal_history WHERE ${touched('record_id')}),
    repeated AS (${repeated}),
    placed AS (${placed}),
    moment AS (${moments(touched)}),
    known AS (${known}),
    first_known AS (${firstKnown}),
    carried AS (${carried(making.dialect)}),
    settled AS (${settled(making)}),
    compared AS (${compared}),
    state AS (${states(touched, making)}),
    priced AS (${priced(making)}),
    piece AS (
      SELECT *, row_number() ${piece} AS place,
        coalesce(priced_from, valid_from) AS piece_from, coalesce(priced_from_on, valid_from_on) AS piece_from_on,
        ${within('priced_from', 'valid_until')} AS piece_until, ${within('priced_from_on', 'valid_until_on')} AS piece_until_on
      FROM priced
    )
    SELECT deal_id || ':' || ${making.dialect.text('place', 'number')} AS id, deal_id, place AS ordinal,
      piece_from AS valid_from, piece_from_on AS valid_from_on, piece_until AS valid_until, piece_until_on AS valid_until_on,
      stage_id, coalesce(is_closed, FALSE) AS is_closed, coalesce(is_won, FALSE) AS is_won,
      CASE WHEN is_closed THEN closing_at END AS stage_closed_at,
      CASE WHEN is_closed THEN closing_on END AS stage_closed_on,
      CASE WHEN rate = 1 THEN amount ELSE ${making.dialect.exact('amount * rate', 18, 4)} END AS amount,
      amount AS amount_in_currency, currency, rate, closed_at, closed_on, forecast_category,
      owner_then_id, pipeline_then_id, owner_id, pipeline_id, ${Object.values(tellers).join(', ')},
      ${marksOfState.join(', ')}
    FROM piece`,
} as const satisfies Fact

export default dealState
