import { readdir } from 'node:fs/promises'
import type { AskedFact, Fact } from './fact.ts'

const folder = new URL('./', import.meta.url)
const notFacts = new Set(['index.ts', 'catalogue.ts', 'fact.ts'])

/** The default export of every file of this folder, by name. Adding a fact is adding a file. */
async function loadAll(): Promise<readonly unknown[]> {
  const files = (await readdir(folder)).filter((name) => /^[a-z-]+\.ts$/.test(name) && !notFacts.has(name))
  const modules = await Promise.all(files.toSorted().map((name) => import(new URL(name, folder).href)))
  return modules.map((module) => module.default)
}

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
