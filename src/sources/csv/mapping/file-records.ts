import { kindWords, tellingFields } from '../fields/field-words.ts'
import { type Matches, matchesFor } from '../fields/matching.ts'
import { type FileKind, type RecordKind, recordKinds } from '../fields/targets.ts'
import type { SeenFile } from '../file/look.ts'
import { wordsOf } from '../names.ts'
import { isHistory } from './history-file.ts'
import { ratesIn } from './rate-list.ts'
import { setupIn } from './setup-file.ts'

/** Below this the columns say too little. */
const surely = 4

/** Any of the others may have a currency and a rate among its columns. */
const scoredKinds = recordKinds.filter((kind) => kind !== 'exchange_rate')

export interface Recognised {
  readonly kind: FileKind
  readonly matches: Matches
}

/** What the rows of a file are, by its columns, the first of them and its name. Null when nothing says so. */
export function recordsIn(file: SeenFile): Recognised | null {
  const setup = setupIn(file)
  if (setup) return setup
  const rates = ratesIn(file)
  if (rates) return { kind: 'exchange_rate', matches: rates }
  const history = matchesFor('property_change', file.columns)
  if (isHistory(file, history)) return { kind: 'property_change', matches: history }
  const scored = scoredKinds.map((kind) => {
    const matches = matchesFor(kind, file.columns)
    return { kind, matches, score: columnScore(kind, matches) + hints(kind, file) }
  })
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a))
  return best.score >= surely && columnScore(best.kind, best.matches) >= 2 ? best : null
}

function columnScore(kind: RecordKind, matches: Matches): number {
  return [...matches.values()].reduce((sum, word) => sum + (tellingFields[kind][word] ?? 1), 0)
}

const hints = (kind: RecordKind, file: SeenFile): number =>
  (names(kind, wordsOf(file.columns[0]?.header ?? '')) ? 2 : 0) +
  (names(kind, wordsOf(file.name.replace(/\.\w+$/u, ''))) ? 3 : 0)

const names = (kind: RecordKind, words: string): boolean =>
  kindWords[kind].some((word) => new RegExp(`(?:^| )${word}s?(?: |$)`, 'u').test(words))
