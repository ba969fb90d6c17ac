import { defaultOf, modulesIn } from '../modules.ts'
import type { JobKind } from './kind.ts'

const folder = new URL('./kinds/', import.meta.url)

/** Input and cursor are what the kind itself has parsed. */
export type AnyKind = JobKind<unknown, unknown>

// Every file of the folder has a kind as its default.
const load = async (name: string) => (await defaultOf(folder, name)) as AnyKind

/** Every kind of long work, by name. */
export const jobKinds: ReadonlyMap<string, AnyKind> = new Map(
  (await Promise.all(modulesIn(folder).map(load))).map((kind) => [kind.name, kind]),
)
