import type { Kind } from './kind.ts'
import { backup } from './kinds/backup.ts'
import { compact } from './kinds/compact.ts'
import { http } from './kinds/http.ts'
import { importCsv } from './kinds/import.ts'
import { jobs } from './kinds/jobs.ts'
import { land } from './kinds/land.ts'
import { load } from './kinds/load.ts'
import { undo } from './kinds/undo.ts'

/** Every kind of writing, with its share of the kills. */
export const kinds: readonly (readonly [kind: Kind, share: number])[] = [
  [land, 0.25],
  [load, 0.15],
  [compact, 0.15],
  [http, 0.2],
  [importCsv, 0.15],
  [backup, 0.1],
  [undo, 0.1],
  [jobs, 0.05],
]
