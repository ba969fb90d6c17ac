import type { Fact, Making } from '../../../facts/index.ts'
import type { Account } from '../../../model/index.ts'
import { duckdb } from '../dialect.ts'
import { literal, quoted } from '../quoting.ts'
import { sqlTypes } from './tables.ts'

export const makingOf = (account: Account): Making => ({ dialect: duckdb, account, history: 'property_change' })

export function emptyFact(fact: Fact): string {
  const columns = Object.values(fact.fields).map((field) => `${quoted(field.name)} ${sqlTypes[field.kind]}`)
  return `CREATE OR REPLACE TABLE ${quoted(fact.name)} (${columns.join(', ')})`
}

/** The statements that make a fact's table from nothing. */
export function makeFact(fact: Fact, making: Making): readonly string[] {
  const rows = fact.rows(() => 'true', making)
  return [emptyFact(fact), `INSERT INTO ${quoted(fact.name)} SELECT * FROM (${rows}) ORDER BY ${quoted(fact.sortedBy)}`]
}

/** A fact has rows of the kinds of record that came or were told of, and of no others: to plan for none takes most of a small load. */
export const mayHaveRows = ({ of, through = [] }: Fact, came: ReadonlySet<string>): boolean =>
  [of, ...through.map(({ entity }) => entity)].some((name) => came.has(name))

/** The statements that make a fact's rows anew for the records in the table `touched`. */
export function remakeFact(fact: Fact, making: Making): readonly string[] {
  const touched = (column: string) => `${column} IN (SELECT id FROM touched WHERE entity = ${literal(fact.of)})`
  return [
    `DELETE FROM ${quoted(fact.name)} WHERE ${touched(quoted(fact.recordId))}`,
    `INSERT INTO ${quoted(fact.name)} ${fact.rows(touched, { ...making, history: 'touched_history' })}`,
  ]
}

/** The facts that read a changed kind of record whole, and those that are made from such a fact. */
export function wholeFacts(facts: readonly Fact[], changed: ReadonlySet<string>): ReadonlySet<Fact> {
  const whole = new Set<Fact>()
  for (const fact of facts) {
    const made = [...whole].some((other) => fact.after?.includes(other.name))
    if (made || fact.wholeWhen?.some((entity) => changed.has(entity))) whole.add(fact)
  }
  return whole
}
