import type { Entity } from '../model/index.ts'
import { defaultOf, modulesIn } from '../modules.ts'
import { type AskedFact, type Fact, isAsked, isStored, isView, type View } from './fact.ts'

const folder = new URL('./', import.meta.url)
const notFacts = new Set(['index', 'catalogue', 'fact'])

/** The default export of every file of this folder, by name. Adding a fact is adding a file. */
const loadAll = (): Promise<readonly unknown[]> =>
  Promise.all(
    modulesIn(folder)
      .filter((name) => !notFacts.has(name))
      .map((name) => defaultOf(folder, name)),
  )

/** All facts, by how they come about. */
export interface Facts {
  /** In the order of their making. */
  readonly stored: readonly Fact[]
  readonly views: readonly View[]
  readonly asked: readonly AskedFact[]
}

export async function loadFacts(): Promise<Facts> {
  const all = (await loadAll()).filter(isEntity)
  return { stored: inOrder(all.filter(isStored)), views: all.filter(isView), asked: all.filter(isAsked) }
}

const isEntity = (value: unknown): value is Entity => typeof value === 'object' && value !== null && 'fields' in value

/** Each fact after those it is made from. */
function inOrder(facts: readonly Fact[]): readonly Fact[] {
  const ordered: Fact[] = []
  const place = (fact: Fact) => {
    if (ordered.includes(fact)) return
    for (const other of facts) if (fact.after?.includes(other.name)) place(other)
    ordered.push(fact)
  }
  for (const fact of facts) place(fact)
  return ordered
}
