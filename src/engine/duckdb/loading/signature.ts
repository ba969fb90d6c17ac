import { createHash } from 'node:crypto'
import type { Fact } from '../../../facts/index.ts'
import type { Account, Entity, Field, Model } from '../../../model/index.ts'
import { madeTables } from './made-tables.ts'
import { makingOf } from './stored-facts.ts'

/** Raised when tables are made in another way than before. */
const makingVersion = 3

/** What tables are made from: the company, the facts, and which of what has landed counts. */
interface Company {
  readonly model: Model
  readonly account: Account
  readonly facts: readonly Fact[]
  readonly revision: number
}

/**
 * What each table is made for, by its name: another signature is another table. A property of a source's own has a signature itself
 * (`deal.region`), for it is a column more and leaves its table as it is. What everything depends on stands under an empty name.
 */
export type Signatures = ReadonlyMap<string, string>

export function signaturesOf({ model, account, facts, revision }: Company): Signatures {
  const signatures = new Map([['', signed([makingVersion, revision, account.timeZone, account.currency])]])
  for (const entity of Object.values(model)) {
    signatures.set(entity.name, signed(own(entity).map(columnOf)))
    for (const field of custom(entity)) signatures.set(columnName(entity, field), signed(columnOf(field)))
  }
  for (const { name, sql } of madeTables(account)) signatures.set(name, signed(sql))
  const making = makingOf(account)
  // In the order of their making: those that a fact is made from have theirs.
  for (const fact of facts) {
    const from = (fact.after ?? []).map((name) => signatures.get(name))
    signatures.set(fact.name, signed([storedColumns(fact), fact.sortedBy, fact.rows((column) => column, making), from]))
  }
  return signatures
}

export const custom = ({ fields }: Entity): readonly Field[] => Object.values(fields).filter((field) => field.custom)
const own = ({ fields }: Entity): readonly Field[] => Object.values(fields).filter((field) => !field.custom)

export const columnName = ({ name }: Entity, field: Field): string => `${name}.${field.name}`

const columnOf = ({ name, kind, dayOf, homeOf, toldIn, convertedBy }: Field) => [
  name,
  kind,
  dayOf,
  homeOf,
  toldIn,
  convertedBy,
]
const storedColumns = ({ fields }: Fact) => Object.values(fields).map(({ name, kind }) => [name, kind])

const signed = (of: unknown): string => createHash('sha256').update(JSON.stringify(of)).digest('hex')
