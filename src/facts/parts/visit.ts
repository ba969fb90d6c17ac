import { day, duration, type EntityName, flag, instant, number } from '../../model/index.ts'
import type { Making, Touched } from '../fact.ts'
import { isInferred } from './resting.ts'
import { stays } from './stay.ts'

/** What a visit to a stage is, whatever it is that visits. */
export const visitFields = {
  entered_at: instant('Entered at'),
  entered_on: day('Entered on'),
  exited_at: instant('Left at'),
  exited_on: day('Left on'),
  /** Null while the visit lasts. */
  duration: duration('Time in stage'),
  ordinal: number('Visit number'),
  ordinal_in_stage: number('Visit number to this stage'),
  is_last: flag('Is the latest visit'),
  is_inferred: isInferred,
}

interface Visiting {
  readonly entity: EntityName
  /** The property that says where the record is. */
  readonly property: string
  /** Columns of the record's present that each visit carries, before those of the visit. */
  readonly carried: readonly string[]
}

/** A SELECT of the id, the record's id, the stage, what is carried, and the visit. Visits follow one another without a gap, except while there was no stage. */
export const visits = ({ entity, property, carried }: Visiting, touched: Touched, { dialect }: Making): string => `
  WITH visit AS (
    SELECT stay.record_id, stay.value AS stage, ${carried.map((column) => `record.${column}`).join(', ')},
      stay.entered_at, stay.entered_on, stay.exited_at, stay.exited_on,
      stay.is_entry_inferred OR stay.is_exit_inferred AS is_inferred,
      row_number() OVER (PARTITION BY stay.record_id ORDER BY stay.place) AS ordinal,
      row_number() OVER (PARTITION BY stay.record_id, stay.value ORDER BY stay.place) AS ordinal_in_stage,
      lead(stay.entered_at) OVER (PARTITION BY stay.record_id ORDER BY stay.place) AS next_at
    FROM (${stays(entity, property, touched)}) AS stay
    JOIN ${entity} AS record ON record.id = stay.record_id
    WHERE stay.value IS NOT NULL AND ${touched('record.id')}
  )
  SELECT record_id || ':' || ${dialect.text('ordinal', 'number')} AS id, record_id, stage, ${carried.join(', ')},
    entered_at, entered_on, exited_at, exited_on, ${dialect.millisecondsBetween('entered_at', 'exited_at')} AS duration,
    ordinal, ordinal_in_stage, next_at IS NULL AS is_last, is_inferred
  FROM visit`
