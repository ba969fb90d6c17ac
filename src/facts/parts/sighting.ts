import type { EntityName } from '../../model/index.ts'
import type { Dialect } from '../dialect.ts'
import type { Making } from '../fact.ts'
import { dayOf, readAs } from './local.ts'

/** A SELECT for each kind of line of history. */
export interface Lines {
  /** What a log tells. */
  readonly changes: string
  /** What was concluded where no log tells. */
  readonly concluded: string
  /** What a record was at a moment: of a row, or in a log from before its first change (of negative rank). */
  readonly seen: string
}

/** After every change of the same instant. */
const last = 1_000_000

/** Two values with one key are one value: money whatever its zeros, currencies whatever their letters, close dates by their day. */
const keyOf = (making: Making) => `coalesce(CASE property
        WHEN 'amount_in_currency' THEN ${making.dialect.text(readAs(making, 'money', 'value'), 'money')}
        WHEN 'currency' THEN upper(value)
        WHEN 'closed_at' THEN ${making.dialect.text(dayOf(making, `(${readAs(making, 'instant', 'value')})`), 'day')}
        ELSE value END, '')`

/** All that is known beside the sightings of the records that were seen. */
const logged = ({ changes, concluded }: Lines, making: Making): string => `
      SELECT *, ${keyOf(making)} AS key FROM (${changes} UNION ALL ${concluded}) AS line
      WHERE record_id IN (SELECT record_id FROM seen)`

/** What the log tells that a property was on a day, besides what it was on the days around. */
const onDays = `
      SELECT record_id, property, changed_on, key FROM logged
      UNION
      SELECT record_id, property, changed_on, coalesce(lag(key) OVER (PARTITION BY record_id, property ORDER BY changed_at, rank, id), key)
      FROM logged`

/** A row tells of its day as a whole, so it says nothing where it fits any moment of that day. */
const story = `
      SELECT *, row_number() OVER life AS place, lag(key) OVER life AS key_before, lag(stood_at) OVER life AS stood_before,
        lag(stood_on) OVER life AS on_before, lag(of_row) OVER life AS of_row_before
      FROM (
        SELECT id, record_id, property, value, changed_at, changed_on, rank, changed_by, key, NULL AS value_before,
          changed_at AS stood_at, changed_on AS stood_on, FALSE AS of_row, FALSE AS was_seen
        FROM logged
        UNION ALL
        SELECT id, record_id, property, value, changed_at, changed_on, rank, changed_by, key, value_before,
          coalesce(seen_at, changed_at), coalesce(seen_on, changed_on), seen_at IS NOT NULL, TRUE
        FROM seen
        WHERE seen_at IS NULL OR (record_id, property, seen_on, key) NOT IN (SELECT record_id, property, changed_on, key FROM on_days)
      ) AS witness
      WINDOW life AS (PARTITION BY record_id, property ORDER BY stood_at, of_row, rank, id)`

/** What was first seen has held since the creation; what differs later came when the row says, or else when it was seen. */
const cameAt = ({ smaller }: Dialect) => `CASE
        WHEN story.place = 1 AND story.rank <> 1 THEN ${smaller('record.created_at', 'story.changed_at')}
        WHEN story.place = 1 OR NOT story.of_row OR story.changed_at > story.stood_before THEN story.changed_at
        WHEN NOT story.of_row_before AND story.changed_on = story.on_before THEN story.stood_before
        ELSE story.stood_at END`

/** The day of the instant, which is mostly one whose day is known. */
const cameOn = (making: Making) => `CASE came_at WHEN changed_at THEN changed_on WHEN born_at THEN born_on
      WHEN stood_at THEN stood_on ELSE ${dayOf(making, 'came_at')} END`

/** Of what a first row shows and is taken to have held before it. */
const later = (of: string) => `CASE WHEN of_row AND place = 1 AND changed_at > came_at THEN ${of} END`

/**
 * The changes that follow from what was seen: a sighting of what is known already adds nothing. A first sighting of
 * rank 1 has closed since, and was something else before.
 */
export const sightings = (entity: EntityName, lines: Lines, making: Making): string => `
    WITH seen AS (SELECT *, ${keyOf(making)} AS key FROM (${lines.seen}) AS line),
    logged AS (${logged(lines, making)}),
    on_days AS (${onDays}),
    story AS (${story}),
    news AS (
      SELECT story.*, record.created_at AS born_at, record.created_on AS born_on, ${cameAt(making.dialect)} AS came_at
      FROM story LEFT JOIN ${entity} AS record ON record.id = story.record_id
      WHERE story.was_seen AND (story.place = 1 OR story.key <> story.key_before)
    )
    SELECT id, record_id, property, value, came_at AS changed_at, ${cameOn(making)} AS changed_on,
      CASE WHEN of_row THEN ${last} ELSE rank END AS rank, changed_by, of_row OR place > 1 AS inferred,
      ${later('changed_at')} AS known_at, ${later('changed_on')} AS known_on
    FROM news
    UNION ALL
    SELECT id || ':before', record_id, property, value_before, ${making.dialect.smaller('born_at', 'came_at')}, CASE WHEN born_at <= came_at THEN born_on ELSE ${cameOn(making)} END,
      0, changed_by, TRUE, came_at, ${cameOn(making)}
    FROM news WHERE of_row AND place = 1 AND rank = 1 AND born_at IS NOT NULL`
