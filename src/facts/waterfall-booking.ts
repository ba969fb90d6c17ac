import { day, deal, entity, flag, id, type Kind, money, owner, pipeline, ref, stage, text } from '../model/index.ts'
import type { Dialect } from './dialect.ts'
import { askedFact } from './fact.ts'
import { daysOf, type Instants, type Need, type SettledQuestion } from './parts/need.ts'
import { hasNoRate, hasNoRateOf, isHindsightOf, isInferred } from './parts/resting.ts'
import type { OwnRange } from './parts/setting.ts'

export const window: OwnRange = {
  key: 'window',
  label: 'Close date in',
  doc: 'The days in which the deals should close. Unless chosen, the same days as the change period.',
  kind: 'range',
}

/** A change period that runs into the future ends now. */
function changed({ range, now, instantsOf }: SettledQuestion): Instants {
  const { from, until } = instantsOf(range)
  const past = (at: string) => (Temporal.Instant.compare(at, now) > 0 ? now : at)
  return { from: past(from), until: past(until) }
}

const period: Need<Instants> = { of: changed, takesRange: true }

/** When the window ended within the change period. */
const windowIsOver: Need<boolean> = {
  of: (question) => {
    const { until } = question.instantsOf(question.daysOf(window))
    return Temporal.Instant.compare(until, changed(question).until) <= 0
  },
}

/** In the order of the picture; before and after the changes stands what was open. */
export const bars = [
  { value: 'START', label: 'Start', tone: 'total' },
  { value: 'CREATED', label: 'Created', tone: 'better' },
  { value: 'PULLED', label: 'Pulled', tone: 'better' },
  { value: 'INCREASED', label: 'Increased', tone: 'better' },
  { value: 'DECREASED', label: 'Decreased', tone: 'worse' },
  { value: 'PUSHED', label: 'Pushed', tone: 'worse' },
  { value: 'LOST', label: 'Lost', tone: 'worse' },
  { value: 'WON', label: 'Won', tone: 'won' },
  { value: 'END', label: 'End', tone: 'total' },
] as const

/** Which deals a bar holds and with how much, so that Start and the changes make End for every single deal. */
const bookings = {
  START: ['in_before', 'a0'],
  CREATED: ['NOT in_before AND created AND in_after', 'a1'],
  PULLED: ['NOT in_before AND NOT created AND in_after', 'a1'],
  INCREASED: ['in_before AND in_after AND a1 > a0', 'a1 - a0'],
  DECREASED: ['in_before AND in_after AND a1 < a0', 'a0 - a1'],
  PUSHED: ['in_before AND NOT in_after', 'a0'],
  LOST: ['closed_in AND NOT is_won', 'a1'],
  WON: ['closed_in AND is_won', 'a1'],
  END: ['open_in', 'a1'],
} as const satisfies Readonly<Record<(typeof bars)[number]['value'], readonly [rows: string, amount: string]>>

const booked = Object.entries(bookings).map(
  ([bar, [rows, amount]]) => `
    SELECT deal_id || ':${bar}' AS id, deal_id, owner_id, pipeline_id, '${bar}' AS bar, ${amount} AS amount,
      old_amount, new_amount, old_closed_on, new_closed_on, old_stage_id, new_stage_id, FALSE AS undated,
      is_inferred, is_hindsight, has_no_rate
    FROM movement WHERE ${rows}`,
)

const marked = (of: string, ...names: readonly string[]) => `(${names.map((name) => `${of}.${name}`).join(' OR ')})`
const eachInferred = (of: string) => marked(of, 'is_stage_inferred', 'is_amount_inferred', 'is_close_inferred')
const eachHindsight = (of: string) => marked(of, 'is_stage_hindsight', 'is_amount_hindsight', 'is_close_hindsight')
const ofEither = (mark: (of: string) => string) => `coalesce(${mark('before')}, FALSE) OR ${mark('after')}`

/** What was open at one end of the change period and belongs to no days, for it has no close date. */
const undatedAt = (bar: 'START' | 'END', side: 'old' | 'new', isThen: string, { none }: Dialect): string => {
  const only = (of: 'old' | 'new', value: string, kind: Kind) => (of === side ? value : none(kind))
  return `
    SELECT deal_id || ':${bar}' AS id, deal_id, owner_id, pipeline_id, '${bar}' AS bar, coalesce(amount, 0) AS amount,
      ${only('old', 'amount', 'money')} AS old_amount, ${only('new', 'amount', 'money')} AS new_amount,
      ${none('day')} AS old_closed_on, ${none('day')} AS new_closed_on,
      ${only('old', 'stage_id', 'id')} AS old_stage_id, ${only('new', 'stage_id', 'id')} AS new_stage_id, TRUE AS undated,
      ${eachInferred('deal_state')} AS is_inferred, ${eachHindsight('deal_state')} AS is_hindsight, ${hasNoRate('deal_state')} AS has_no_rate
    FROM deal_state WHERE ${isThen} AND NOT is_closed AND closed_on IS NULL`
}

/** What a deal was at both ends of the change period, and which of its bars that makes. */
const movement = (from: string, until: string): string => `
      SELECT after.deal_id, after.owner_id, after.pipeline_id, closed_in, open_in, after.is_won,
        closed_in OR open_in AS in_after,
        coalesce(before.in_window, FALSE) AND coalesce(deal.created_at < ${from}, TRUE) AS in_before,
        coalesce(deal.created_at >= ${from} AND deal.created_at < ${until}, FALSE) AS created,
        coalesce(before.amount, 0) AS a0, coalesce(after.amount, 0) AS a1,
        before.amount AS old_amount, after.amount AS new_amount,
        before.closed_on AS old_closed_on, after.closed_on AS new_closed_on,
        before.stage_id AS old_stage_id, after.stage_id AS new_stage_id,
        ${ofEither(eachInferred)} AS is_inferred, ${ofEither(eachHindsight)} AS is_hindsight, ${ofEither(hasNoRate)} AS has_no_rate
      FROM after
      JOIN deal ON deal.id = after.deal_id
      LEFT JOIN before ON before.deal_id = after.deal_id`

/**
 * One row per deal and bar: what the deals whose close date is in the window W did in the change period P.
 */
const waterfallBooking = askedFact(
  entity('waterfall_booking', {
    rights: 'deal',
    label: 'Booking',
    plural: 'bookings',
    doc: 'A deal in one bar of the waterfall, with what it was at the start and at the end of the change period.',
    title: 'deal.name',
    list: [
      'deal.name',
      'bar',
      'owner.name',
      'amount',
      'old_amount',
      'new_amount',
      'old_closed_on',
      'new_closed_on',
      'old_stage.label',
      'new_stage.label',
    ],
    fields: {
      deal_id: id('Deal', { hidden: true }),
      owner_id: id('Owner', { hidden: true }),
      pipeline_id: id('Pipeline', { hidden: true }),
      bar: text('Change', { options: bars, ordered: true, complete: true }),
      amount: money('Amount in the bar'),
      old_amount: money('Old amount'),
      new_amount: money('New amount'),
      old_closed_on: day('Old close date'),
      new_closed_on: day('New close date'),
      old_stage_id: id('Old stage', { hidden: true }),
      new_stage_id: id('New stage', { hidden: true }),
      /** Open without a close date: in no bar, and left out of Start or End. */
      undated: flag('Has no close date', { hidden: true }),
      is_inferred: isInferred,
      is_hindsight: isHindsightOf('bar'),
      has_no_rate: hasNoRateOf('amount'),
    },
    refs: {
      deal: ref(deal, 'deal_id'),
      owner: ref(owner, 'owner_id'),
      pipeline: ref(pipeline, 'pipeline_id'),
      old_stage: ref(stage, 'old_stage_id', 'Old stage'),
      new_stage: ref(stage, 'new_stage_id', 'New stage'),
    },
  }),
  {
    needs: { period, window: daysOf(window), windowIsOver },
    day: null,
    asked: ({ period, window, windowIsOver }, bind, _uses, dialect) => {
      const [from, until] = [bind(period.from, 'instant'), bind(period.until, 'instant')]
      const asOf = (at: string) => `valid_from < ${at} AND (valid_until IS NULL OR valid_until >= ${at})`
      const inWindow = (day: string) =>
        `${day} >= ${bind(window.from, 'day')} AND ${day} < ${bind(window.until, 'day')}`
      const closedIn = `is_closed AND stage_closed_at >= ${from} AND stage_closed_at < ${until} AND ${inWindow('stage_closed_on')}`
      const openIn = `NOT is_closed AND ${inWindow('closed_on')} AND NOT ${bind(windowIsOver, 'flag')}`
      return `
    WITH candidate AS (
      SELECT deal_id FROM deal_state WHERE ${asOf(from)} AND NOT is_closed AND ${inWindow('closed_on')}
      UNION
      SELECT deal_id FROM deal_state WHERE ${asOf(until)} AND (${closedIn} OR ${openIn})
    ),
    before AS (
      SELECT *, NOT is_closed AND ${inWindow('closed_on')} AS in_window FROM deal_state
      WHERE ${asOf(from)} AND deal_id IN (SELECT deal_id FROM candidate)
    ),
    after AS (
      SELECT *, coalesce(${closedIn}, FALSE) AS closed_in, coalesce(${openIn}, FALSE) AS open_in FROM deal_state
      WHERE ${asOf(until)} AND deal_id IN (SELECT deal_id FROM candidate)
    ),
    movement AS (${movement(from, until)})
    ${[...booked, undatedAt('START', 'old', asOf(from), dialect), undatedAt('END', 'new', asOf(until), dialect)].join('\n    UNION ALL')}`
    },
  },
)

export default waterfallBooking
