import type { Fact } from '../../../facts/index.ts'
import type { Entity } from '../../../model/index.ts'
import { literal, quoted } from '../quoting.ts'

/** A record is touched when its own row changed, or a line of its history did. */
export function touch(entity: Entity, facts: readonly Fact[]): readonly string[] {
  if (entity.name === 'property_change') return [told('merged'), told('before')]
  const own = `INSERT INTO touched SELECT ${literal(entity.name)}, id FROM changed WHERE touches`
  const left = through(facts).filter((way) => way.entity === entity.name)
  return [
    own,
    ...left.map(({ of, via }) => reached(of, via, `before WHERE id IN (SELECT id FROM changed WHERE touches)`)),
  ]
}

const told = (table: string) =>
  `INSERT INTO touched SELECT DISTINCT entity, record_id FROM ${table} WHERE id IN (SELECT id FROM changed)`

/** The records that facts reach through other records that were touched. */
export const touchThrough = (facts: readonly Fact[]): readonly string[] =>
  through(facts).map(({ of, entity, via }) =>
    reached(of, via, `${quoted(entity)} WHERE id IN (SELECT id FROM touched WHERE entity = ${literal(entity)})`),
  )

/** Read once for all facts. */
export const touchedHistory = `
  CREATE TEMP TABLE touched_history AS
  SELECT id, entity, record_id, property, value, changed_at, changed_on, rank, changed_by, origin, seen_at, seen_on,
    value_before
  FROM property_change WHERE record_id IN (SELECT id FROM touched)`

const reached = (of: string, via: string, from: string) =>
  `INSERT INTO touched SELECT DISTINCT ${literal(of)}, ${quoted(via)} FROM (SELECT * FROM ${from}) WHERE ${quoted(via)} IS NOT NULL`

const through = (facts: readonly Fact[]) =>
  facts.flatMap(({ of, through = [] }) => through.map((way) => ({ of, ...way })))
