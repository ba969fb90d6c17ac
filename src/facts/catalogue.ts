import { defaultOf, modulesIn } from '../modules.ts'
import type { AskedFact, Fact } from './fact.ts'

const folder = new URL('./', import.meta.url)
const notFacts = new Set(['index', 'catalogue', 'fact'])

/** The default export of every file of this folder, by name. Adding a fact is adding a file. */
const loadAll = (): Promise<readonly unknown[]> =>
  Promise.all(
    modulesIn(folder)
      .filter((name) => !notFacts.has(name))
      .map((name) => defaultOf(folder, name)),
  )

/** The facts that are stored, in the order of their making. */
export const loadFacts = async (): Promise<readonly Fact[]> => inOrder((await loadAll()).filter(isFact))

/** The facts that are made anew for each question. */
export const loadAskedFacts = async (): Promise<readonly AskedFact[]> => (await loadAll()).filter(isAskedFact)

const isFact = (value: unknown): value is Fact => typeof value === 'object' && value !== null && 'recordId' in value
const isAskedFact = (value: unknown): value is AskedFact =>
  typeof value === 'object' && value !== null && 'asked' in value

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
