import { readdir } from 'node:fs/promises'
import type { Fact } from './fact.ts'

const folder = new URL('./', import.meta.url)
const notFacts = new Set(['index.ts', 'catalogue.ts', 'fact.ts'])

/** All facts, by name: the default export of every file of this folder. Adding a fact is adding a file. */
export async function loadFacts(): Promise<readonly Fact[]> {
  const files = (await readdir(folder)).filter((name) => /^[a-z-]+\.ts$/.test(name) && !notFacts.has(name))
  const modules = await Promise.all(files.toSorted().map((name) => import(new URL(name, folder).href)))
  return modules.map((module) => module.default).filter(isFact)
}

const isFact = (value: unknown): value is Fact => typeof value === 'object' && value !== null && 'recordId' in value
