import { fits } from './column-kind.ts'
import type { ColumnProfile } from './column-profile.ts'
import { fieldWords, kindWords } from './field-words.ts'
import { wordsOf } from './names.ts'
import { type FileKind, type Target, targetsOf } from './targets.ts'

/** Column header → the word of its target. Columns that mean nothing known are not in it. */
export type Matches = ReadonlyMap<string, string>

interface Candidate {
  readonly header: string
  readonly word: string
  readonly score: number
}

/** Gives each target at most one column and each column at most one target, the surest pairs first. */
export function matchesFor(kind: FileKind, columns: readonly ColumnProfile[]): Matches {
  const candidates = columns.flatMap((column) => candidatesFor(kind, column)).sort((a, b) => b.score - a.score)
  const matched = new Map<string, string>()
  const given = new Set<string>()
  for (const { header, word } of candidates) {
    if (matched.has(header) || given.has(word)) continue
    matched.set(header, word)
    given.add(word)
  }
  return withoutDoubleNames(matched)
}

function candidatesFor(kind: FileKind, column: ColumnProfile): readonly Candidate[] {
  const names = readings(kind, column.header)
  return [...targetsOf[kind]].flatMap(([word, target]) => {
    const score = Math.max(...names.map((name, at) => scoreOf(kind, word, target, name) - at / 2))
    return score > 0 && suits(column, target) ? [{ header: column.header, word, score }] : []
  })
}

/** The word of the target that a name means best; null when it means none. */
export function wordNamed(kind: FileKind, name: string): string | null {
  const names = readings(kind, name)
  const scored = [...targetsOf[kind]].map(([word, target]) => {
    return { word, score: Math.max(...names.map((one, at) => scoreOf(kind, word, target, one) - at / 2)) }
  })
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a))
  return best.score > 0 ? best.word : null
}

/** `Deal - Deal stage (now)` also reads `deal stage` and `stage`: brackets and the kind's own words before it say nothing. */
function readings(kind: FileKind, header: string): readonly string[] {
  const plain = wordsOf(header.replace(/\([^)]*\)/gu, ''))
  const words = [wordsOf(header), ...(plain ? [plain] : [])]
  for (let next = shorter(kind, plain); next; next = shorter(kind, next)) words.push(next)
  return words
}

function shorter(kind: FileKind, words: string): string | null {
  const before = [...kindWords[kind], 'hs', 'hubspot'].find((word) => words.startsWith(`${word} `))
  return before === undefined ? null : words.slice(before.length + 1)
}

function scoreOf(kind: FileKind, word: string, target: Target, name: string): number {
  if (name === wordsOf(word) || (target.is === 'field' && name === wordsOf(target.field.label))) return 100
  const at = fieldWords[kind][word]?.indexOf(name) ?? -1
  return at < 0 ? 0 : 90 - at
}

function suits(column: ColumnProfile, target: Target): boolean {
  if (target.is === 'field') return fits(column, target.field.kind)
  if (target.is === 'reference') return target.by === 'id' || column.numbers * 2 <= column.filled
  return target.part !== 'stage' && target.part !== 'status' ? true : column.allValuesKnown && column.values.size <= 200
}

/** A full name needs no first and last name beside it. */
function withoutDoubleNames(matches: ReadonlyMap<string, string>): Matches {
  const hasName = [...matches.values()].includes('name')
  const kept = [...matches].filter(([, word]) => !hasName || (word !== 'first_name' && word !== 'last_name'))
  return new Map(kept)
}
