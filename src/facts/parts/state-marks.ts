/** A value carries a mark with it: whether somebody told it. */
const marks = { told: '=', inferred: '~' } as const
export const carriedValue = `CASE WHEN inferred THEN '${marks.inferred}' ELSE '${marks.told}' END || coalesce(value, '')`

export const bare = (property: string): string => `nullif(substring(${property}, 2), '')`
export const isInferred = (property: string): string =>
  `coalesce(substring(${property}, 1, 1) = '${marks.inferred}', FALSE)`

/** Of what is taken to have held since the creation, before it was first known. */
export const isHindsight = (property: string) =>
  `coalesce(compared.changed_at < first_known.${property}_known_at, FALSE)`

/** What nobody told of at all is a guess too. */
export const isGuessed = (property: string, inferred: string) =>
  `CASE WHEN known.${property} = 1 THEN compared.${inferred} ELSE TRUE END`

/** A value that is none rests on nothing. */
export const marksOfState = [
  'is_stage_inferred',
  'is_amount_inferred AND amount IS NOT NULL',
  'is_close_inferred AND closed_at IS NOT NULL',
  'is_stage_hindsight AND stage_id IS NOT NULL',
  'is_amount_hindsight AND amount IS NOT NULL',
  'is_close_hindsight AND closed_at IS NOT NULL',
  'is_category_hindsight AND forecast_category IS NOT NULL',
]

/** Those of which it matters when they were first known. */
export const eachMarked = (sql: (property: string) => string): string =>
  ['stage_id', 'amount_in_currency', 'closed_at', 'forecast_category'].map(sql).join(', ')

/** Since when that is known which is taken to have held since the creation. */
export const firstKnown = `
      SELECT record_id, ${eachMarked((property) => `max(CASE WHEN property = '${property}' THEN known_at END) AS ${property}_known_at`)}
      FROM told WHERE known_at IS NOT NULL GROUP BY record_id`
