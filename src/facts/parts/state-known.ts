import type { Choice } from './setting.ts'

/** A choice of every report that shows past states: what was known at that moment, or all that is known today. */
export const known: Choice<'then' | 'today'> = {
  key: 'known',
  label: 'As known',
  doc: 'A past state with what was known at that moment alone, or with what was learned later: the row of a list tells what a deal is on its day, and says nothing of the time before.',
  options: [
    { value: 'then', label: 'Then' },
    { value: 'today', label: 'Today' },
  ],
}

const masked = (column: string, isHindsight: string) => `CASE WHEN NOT ${isHindsight} THEN ${column} END AS ${column}`

/**
 * The states of deals, as a relation. With what was known then a value that was learned later is none, and neither was
 * concluded from what came later.
 */
export const statesAsKnown = (known: 'then' | 'today'): string =>
  known === 'then'
    ? `(
      SELECT deal_id, owner_id, pipeline_id, valid_from_on, valid_until_on, is_closed AND NOT is_stage_hindsight AS is_closed,
        ${masked('stage_id', 'is_stage_hindsight')}, ${masked('amount', 'is_amount_hindsight')},
        ${masked('amount_in_currency', 'is_amount_hindsight')}, ${masked('closed_on', 'is_close_hindsight')},
        ${masked('forecast_category', 'is_category_hindsight')},
        is_stage_hindsight, is_amount_hindsight, is_category_hindsight,
        is_stage_inferred AND NOT is_stage_hindsight AS is_stage_inferred,
        is_amount_inferred AND NOT is_amount_hindsight AS is_amount_inferred
      FROM deal_state
    )`
    : 'deal_state'
