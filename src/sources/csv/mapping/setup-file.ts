import { type Matches, matchesFor } from '../fields/matching.ts'
import { type SetupKind, setupKinds } from '../fields/targets.ts'
import type { SeenFile } from '../file/look.ts'
import { wordsOf } from '../names.ts'

export interface SetupFile {
  readonly kind: SetupKind
  readonly matches: Matches
}

/** A list of teams, pipelines or stages says so in its name or first column, and has hardly a column of anything else. */
export function setupIn(file: SeenFile): SetupFile | null {
  const found = setupKinds.map((kind) => ({ kind, matches: matchesFor(kind, file.columns) }))
  return found.toReversed().find(({ kind, matches }) => isSetupFile(kind, file, matches)) ?? null
}

function isSetupFile(kind: SetupKind, file: SeenFile, matches: Matches): boolean {
  const words = new Set(matches.values())
  const named = new RegExp(`(?:^| )${kind}s?(?: |$)`, 'u').test(wordsOf(file.name.replace(/\.\w+$/u, '')))
  const known = file.columns.filter(({ header }) => matches.has(header)).length
  if (!words.has(kind === 'team' ? 'name' : 'label') || isRepeated(kind, file, matches)) return false
  if (kind === 'stage' && ['probability', 'is_won', 'is_closed'].some((word) => words.has(word)))
    return known === file.columns.length || (named && known * 2 > file.columns.length)
  return named && known === file.columns.length
}

/** A team stands there once; a pipeline once for each kind of record; a stage once in each pipeline. */
function isRepeated(kind: SetupKind, file: SeenFile, matches: Matches): boolean {
  const column = file.columns.find(({ header }) => ['name', 'label'].includes(matches.get(header) ?? ''))
  if (!column?.allValuesKnown) return true
  const many = (word: string) => file.columns.find(({ header }) => matches.get(header) === word)?.values.size ?? 1
  const most = { team: 1, pipeline: many('object'), stage: many('pipeline') * many('object') }[kind]
  return [...column.values.values()].some(({ rows }) => rows > most)
}
