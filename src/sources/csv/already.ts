import { createHash } from 'node:crypto'
import type { Account } from '../../model/index.ts'
import type { SeenFile } from './file/look.ts'
import type { Mapping } from './mapping/mapping.ts'
import { type FilePlan, listNames } from './rows/plan.ts'
import type { Seen } from './rows/seen.ts'

/** Changes when the same file would be read in another way by a later version. */
export const readingVersion = 4

/** What decides the rows of a file: its content, its mapping, its lists with theirs, the time zone, and a day that its name tells. */
export function contentKey(
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
