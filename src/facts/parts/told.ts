import {
  crm,
  day,
  type Entity,
  type EntityName,
  entity,
  flag,
  id,
  instant,
  number,
  owner,
  ref,
  text,
} from '../../model/index.ts'
import type { Fact, Making, Touched } from '../fact.ts'
import { type Lines, sightings } from './sighting.ts'

/** What is told, whatever it is told of. */
const toldFields = {
  record_id: id('Record', { hidden: true }),
  property: text('Property'),
  /** As text: instants in ISO, numbers with a point. Null when it was cleared. */
  value: text('Value'),
  changed_at: instant('Changed at'),
  changed_on: day('Change date'),
  rank: number('Order among changes at one instant', { hidden: true }),
  changed_by: id('Changed by', { hidden: true }),
  /** Nobody told it as a change: it follows from what was seen. */
  inferred: flag('Was concluded'),
  /** When that was first known which is taken to have held since the creation; null where nothing is taken so. */
  known_at: instant('Known since', { hidden: true }),
  known_on: day('Known since date', { hidden: true }),
}

const columns = 'id, record_id, property, value, changed_at, changed_on, coalesce(rank, 0) AS rank, changed_by'
const pair = "record_id || ' ' || property"

const change = "origin IS DISTINCT FROM 'inferred' AND seen_at IS NULL AND coalesce(rank, 0) >= 0"
const concluded = "origin = 'inferred' AND seen_at IS NULL"
const ofLog = "origin IS DISTINCT FROM 'inferred' AND seen_at IS NULL"

/** The lines that are about some properties, by what they tell. */
function linesOf(entity: EntityName, properties: readonly string[], touched: Touched, history: string): Lines {
  const lines = `
  FROM ${history}
  WHERE entity = '${entity}' AND property IN (${properties.map((property) => `'${property}'`).join(', ')})
    AND record_id IS NOT NULL AND changed_at IS NOT NULL AND ${touched('record_id')}`
  return {
    changes: `SELECT ${columns} ${lines} AND ${change}`,
    concluded: `SELECT ${columns} ${lines} AND ${concluded} AND ${pair} NOT IN (
    SELECT ${pair} ${lines} AND ${ofLog} AND record_id IN (SELECT record_id ${lines} AND ${concluded}))`,
    seen: `SELECT ${columns}, seen_at, seen_on, value_before ${lines} AND (seen_at IS NOT NULL OR rank < 0)`,
  }
}

/**
 * The history of some properties, as all witnesses together tell it: the changes of a log; what was only concluded, where
 * no log tells of that property of that record; and of what was seen, whatever else is not known. One fact a kind of record
 * holds it (`deal_history`), and all other facts on history are made from that.
 */
const told = (entity: EntityName, properties: readonly string[], touched: Touched, making: Making): string => {
  const lines = linesOf(entity, properties, touched, making.history)
  const { none } = making.dialect
  return `
  SELECT *, FALSE AS inferred, ${none('instant')} AS known_at, ${none('day')} AS known_on FROM (${lines.changes}) AS change
  UNION ALL
  SELECT *, TRUE, NULL, NULL FROM (${lines.concluded}) AS concluded
  UNION ALL
  SELECT * FROM (${sightings(entity, lines, making)}) AS sighting`
}

/** The fact that holds the history of some properties of a kind of record. */
export const historyOf = (
  of: EntityName,
  words: Pick<Entity, 'label' | 'plural' | 'doc'>,
  properties: readonly string[],
): Fact => {
  const record = crm[of]
  const title = `${of}.${record.title}`
  return {
    ...entity(`${of}_history`, {
      ...words,
      rights: record.rights,
      title,
      list: ['changed_at', title, 'property', 'value', 'changed_by.name', 'inferred'],
      fields: toldFields,
      refs: { [of]: ref(record, 'record_id'), changed_by: ref(owner, 'changed_by', 'Changed by') },
    }),
    of,
    recordId: 'record_id',
    sortedBy: 'changed_on',
    rows: (touched, making) => told(of, properties, touched, making),
  }
}
