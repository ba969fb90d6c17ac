import { createHash } from 'node:crypto'
import type { Fact } from '../../../facts/index.ts'
import type { Account, Model } from '../../../model/index.ts'
import { makingOf } from './stored-facts.ts'

/** Raised when tables are made in another way than before. */
const makingVersion = 2

/** What a warehouse was made for. When it differs, the warehouse is made again from landing. */
export function signatureOf(model: Model, account: Account, facts: readonly Fact[], revision: number): string {
  const entities = Object.values(model).map((entity) => [
    entity.name,
    Object.values(entity.fields).map(({ name, kind, dayOf, homeOf }) => [name, kind, dayOf, homeOf]),
  ])
  const making = makingOf(account)
  const made = facts.map((fact) => [
    fact.name,
    Object.keys(fact.fields),
    fact.sortedBy,
    fact.rows((column) => column, making),
  ])
  return createHash('sha256')
    .update(JSON.stringify([makingVersion, account, entities, made, ...(revision > 0 ? [revision] : [])]))
    .digest('hex')
}
