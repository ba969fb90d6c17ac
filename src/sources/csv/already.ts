import { createHash } from 'node:crypto'
import type { Past } from '../../landing/index.ts'
import type { Account } from '../../model/index.ts'
import type { SeenFile } from './file/look.ts'
import type { FileToLand } from './land.ts'
import type { Mapping } from './mapping/mapping.ts'
import { type FilePlan, listNames } from './rows/plan.ts'
import type { Seen } from './rows/seen.ts'

/** Changes when the same file would be read in another way by a later version. */
export const readingVersion = 5

/** What decides the rows of a file: its content, its mapping, its lists with theirs, the time zone, and a day that its name tells. */
function contentKey(
  plan: FilePlan,
  files: readonly SeenFile[],
  mapping: Mapping,
  account: Account,
  seen: Seen,
): string {
  const lists = listNames(plan.mapping).map((name) => [
    files.find((file) => file.name === name)?.sha256,
    mapping.files[name],
  ])
  const parts = [
    readingVersion,
    plan.file.sha256,
    plan.mapping,
    lists,
    account.timeZone,
    seen.isDated ? seen.day : null,
  ]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

/** The same for a file that comes now: what was imported before and was followed by something else under its name is news again. */
function keyOf(content: string, { file }: FilePlan, past: Past, { at }: Seen): string {
  const newest = past.cursor('csv', file.name)
  const isBack = newest !== null && !newest.startsWith(content) && past.importedFile(content) !== null
  return isBack ? `${content} ${at}` : (newest ?? '').startsWith(content) ? (newest ?? content) : content
}

export interface ReadFiles {
  readonly files: readonly SeenFile[]
  readonly mapping: Mapping
  readonly account: Account
}

/** Files that are new, and those of which everything was imported before. A file that was never seen is left out. */
export function newsIn(
  planned: readonly FilePlan[],
  { files, mapping, account }: ReadFiles,
  past: Past,
  seenOf: (name: string) => Seen | null,
): { readonly fresh: readonly FileToLand[]; readonly unchanged: readonly FileToLand[] } {
  const all = planned.flatMap((plan) => {
    const seen = seenOf(plan.file.name)
    return seen ? [{ plan, seen, key: keyOf(contentKey(plan, files, mapping, account, seen), plan, past, seen) }] : []
  })
  const isFresh = ({ key }: FileToLand) => past.importedFile(key) === null
  return { fresh: all.filter(isFresh), unchanged: all.filter((file) => !isFresh(file)) }
}
