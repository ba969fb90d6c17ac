import { day, deal, entity, id, instant, money, number, options, owner, pipeline, ref, text } from '../model/index.ts'
import type { Dialect } from './dialect.ts'
import type { Fact, Touched } from './fact.ts'
import { isInferred } from './parts/resting.ts'

const kinds = options(
  ['CREATED', 'Created'],
  ['STAGE_FORWARD', 'Stage moved forward'],
  ['STAGE_BACKWARD', 'Stage moved backward'],
  ['STAGE_MOVED', 'Moved to another pipeline or an unknown stage'],
  ['WON', 'Won'],
  ['LOST', 'Lost'],
  ['REOPENED', 'Reopened'],
  ['AMOUNT_INCREASED', 'Amount increased'],
  ['AMOUNT_DECREASED', 'Amount decreased'],
  ['CLOSE_DATE_PUSHED', 'Close date pushed'],
  ['CLOSE_DATE_PULLED', 'Close date pulled'],
  ['CLOSE_DATE_SET', 'Close date set'],
  ['CLOSE_DATE_CLEARED', 'Close date cleared'],
)

const remembered = ['stage_id', 'amount_in_currency', 'amount', 'currency', 'closed_at', 'closed_on']

/** Each state of a deal beside the one before it; both amounts at the rate of the later, so that no rate looks like a change, unless the currency is another. */
const steps = (touched: Touched, { exact }: Dialect): string => `
  SELECT *, CASE WHEN before_currency IS DISTINCT FROM currency THEN before_amount_then
    WHEN rate = 1 THEN before_amount_in_currency
    ELSE ${exact('before_amount_in_currency * rate', 18, 4)} END AS before_amount
  FROM (SELECT s.id, s.deal_id, s.ordinal, s.valid_from, s.valid_from_on, s.owner_id, s.pipeline_id,
    s.stage_id, s.is_closed, s.is_won, s.amount, s.currency, s.rate, s.closed_at, s.closed_on, s.stage_by, s.amount_by, s.closed_by,
    s.is_stage_inferred, s.is_amount_inferred, s.is_close_inferred,
    ${remembered.map((name) => `lag(s.${name}) OVER (PARTITION BY s.deal_id ORDER BY s.ordinal) AS before_${name === 'amount' ? 'amount_then' : name}`).join(', ')}
  FROM deal_state AS s WHERE ${touched('s.deal_id')}) AS state`

/** Lost to won is won, also when the stage lies further back; between two won stages only the order counts. */
const stageKind = `CASE
    WHEN step.is_won AND NOT coalesce(was.is_won, FALSE) THEN 'WON'
    WHEN step.is_closed AND NOT step.is_won AND (was.is_won OR NOT coalesce(was.is_closed, FALSE)) THEN 'LOST'
    WHEN was.is_closed AND NOT step.is_closed THEN 'REOPENED'
    WHEN was.pipeline_id = stage.pipeline_id AND stage.display_order > was.display_order THEN 'STAGE_FORWARD'
    WHEN was.pipeline_id = stage.pipeline_id AND stage.display_order < was.display_order THEN 'STAGE_BACKWARD'
    ELSE 'STAGE_MOVED' END`

const closeDateKind = `CASE
    WHEN step.before_closed_at IS NULL THEN 'CLOSE_DATE_SET'
    WHEN step.closed_at IS NULL THEN 'CLOSE_DATE_CLEARED'
    WHEN step.closed_at > step.before_closed_at THEN 'CLOSE_DATE_PUSHED'
    ELSE 'CLOSE_DATE_PULLED' END`

/** In microseconds. */
const second = 1_000_000

/** What is first known within a second of the creation is part of it. */
const notCreation = ({ later }: Dialect, before: string) =>
  `(step.${before} IS NOT NULL OR d.created_at IS NULL OR step.valid_from > ${later('d.created_at', second)})`

const moved = (dialect: Dialect) => `
      SELECT step.id AS id, step.deal_id AS deal_id, step.valid_from AS valid_from, step.valid_from_on AS valid_from_on,
        ${stageKind} AS kind,
        coalesce(was.label, step.before_stage_id) AS value_before, coalesce(stage.label, step.stage_id) AS value_after,
        step.amount AS amount, step.closed_on AS closed_on, step.stage_by AS stage_by,
        step.owner_id AS owner_id, step.pipeline_id AS pipeline_id, step.is_stage_inferred AS is_inferred
      FROM step
      LEFT JOIN stage ON stage.id = step.stage_id
      LEFT JOIN stage AS was ON was.id = step.before_stage_id
      JOIN deal AS d ON d.id = step.deal_id
      WHERE step.ordinal > 1 AND step.stage_id IS DISTINCT FROM step.before_stage_id
        AND (step.before_stage_id IS NOT NULL OR (step.is_closed AND ${notCreation(dialect, 'before_stage_id')}))`

const redated = (dialect: Dialect) => `
      SELECT step.id AS id, step.deal_id AS deal_id, step.valid_from AS valid_from, step.valid_from_on AS valid_from_on,
        ${closeDateKind} AS kind, step.before_closed_on AS before_closed_on, step.closed_on AS closed_on,
        step.amount AS amount, step.closed_by AS closed_by, step.owner_id AS owner_id, step.pipeline_id AS pipeline_id,
        step.is_close_inferred AS is_inferred
      FROM step JOIN deal AS d ON d.id = step.deal_id
      WHERE step.ordinal > 1 AND step.closed_on IS DISTINCT FROM step.before_closed_on AND ${notCreation(dialect, 'before_closed_at')}`

const stamp = ({ later }: Dialect) => `
      SELECT redated.id AS id
      FROM redated JOIN moved ON moved.deal_id = redated.deal_id
      WHERE moved.kind IN ('WON', 'LOST')
        AND redated.valid_from BETWEEN ${later('moved.valid_from', -second)} AND ${later('moved.valid_from', second)}
        AND coalesce(moved.stage_by = redated.closed_by, TRUE)`

/**
 * Amounts and close dates that are not known count as none, so their first value is an increase, or a close date that
 * was set; a first stage is no change, unless it is a closed one. The close date that the CRM stamps when a deal closes (within a second, by the
 * same person as far as that is known) is no change of plans and is not listed.
 */
const dealChange = {
  ...entity('deal_change', {
    rights: 'deal',
    label: 'Deal change',
    plural: 'deal changes',
    doc: 'A change of stage, amount or close date of a deal, or its creation.',
    title: 'deal.name',
    list: [
      'changed_at',
      'deal.name',
      'kind',
      'value_before',
      'value_after',
      'amount_delta',
      'changed_by.name',
      'owner.name',
    ],
    fields: {
      deal_id: id('Deal', { hidden: true }),
      kind: text('Type of change', { options: kinds }),
      changed_at: instant('Changed at'),
      changed_on: day('Change date'),
      value_before: text('Old value'),
      value_after: text('New value'),
      /** Null unless the amount changed. */
      amount_delta: money('Change of amount'),
      amount: money('Amount after the change'),
      /** The same as after the change unless the close date changed. */
      closed_before_on: day('Close date before'),
      closed_on: day('Close date after'),
      days_moved: number('Days the close date moved'),
      changed_by_id: id('Changed by', { hidden: true }),
      owner_id: id('Deal owner', { hidden: true }),
      pipeline_id: id('Pipeline', { hidden: true }),
      is_inferred: isInferred,
    },
    refs: {
      deal: ref(deal, 'deal_id'),
      owner: ref(owner, 'owner_id'),
      pipeline: ref(pipeline, 'pipeline_id'),
      changed_by: ref(owner, 'changed_by_id', 'Changed by'),
    },
  }),
  of: 'deal',
  recordId: 'deal_id',
  sortedBy: 'changed_on',
  after: ['deal_state'],
  wholeWhen: ['stage'],
  rows: (touched, { dialect }) => `
    WITH step AS (${steps(touched, dialect)}),
    moved AS (${moved(dialect)}),
    redated AS (${redated(dialect)}),
    stamp AS (${stamp(dialect)})
    SELECT d.id || ':created' AS id, d.id AS deal_id, 'CREATED' AS kind,
      coalesce(d.created_at, step.valid_from) AS changed_at, coalesce(d.created_on, step.valid_from_on) AS changed_on,
      NULL AS value_before, coalesce(stage.label, step.stage_id) AS value_after, NULL AS amount_delta,
      step.amount AS amount, step.closed_on AS closed_before_on, step.closed_on AS closed_on, NULL AS days_moved,
      step.stage_by AS changed_by_id, step.owner_id AS owner_id, step.pipeline_id AS pipeline_id, FALSE AS is_inferred
    FROM step JOIN deal AS d ON d.id = step.deal_id LEFT JOIN stage ON stage.id = step.stage_id
    WHERE step.ordinal = 1
    UNION ALL
    SELECT id || ':stage', deal_id, kind, valid_from, valid_from_on,
      value_before, value_after, NULL, amount, closed_on, closed_on, NULL, stage_by, owner_id, pipeline_id,
      is_inferred
    FROM moved
    UNION ALL
    SELECT step.id || ':amount', step.deal_id,
      CASE WHEN coalesce(step.amount, 0) > coalesce(step.before_amount, 0) THEN 'AMOUNT_INCREASED' ELSE 'AMOUNT_DECREASED' END,
      step.valid_from, step.valid_from_on, ${dialect.moneyText('step.before_amount')}, ${dialect.moneyText('step.amount')},
      coalesce(step.amount, 0) - coalesce(step.before_amount, 0), step.amount, step.closed_on, step.closed_on, NULL,
      step.amount_by, step.owner_id, step.pipeline_id, step.is_amount_inferred
    FROM step JOIN deal AS d ON d.id = step.deal_id
    WHERE step.ordinal > 1 AND coalesce(step.amount, 0) <> coalesce(step.before_amount, 0) AND ${notCreation(dialect, 'before_amount')}
    UNION ALL
    SELECT id || ':close date', deal_id, kind, valid_from, valid_from_on,
      ${dialect.text('before_closed_on', 'day')}, ${dialect.text('closed_on', 'day')}, NULL, amount, before_closed_on, closed_on,
      ${dialect.daysBetween('before_closed_on', 'closed_on')}, closed_by, owner_id, pipeline_id, is_inferred
    FROM redated WHERE id NOT IN (SELECT id FROM stamp)`,
} as const satisfies Fact

export default dealChange
