import { fits, kindOf } from '../columns/column-kind.ts'
import type { ColumnProfile } from '../columns/column-profile.ts'
import { isCurrencyCode } from '../columns/currency-code.ts'
import { wordsOf } from '../names.ts'
import type { WordFile } from '../words.ts'
import { kindWords, meaningsOf } from './field-words.ts'
import { type FileKind, isStandIn, type Target, targetsOf } from './targets.ts'

/** Column header → the word of its target. Columns that mean nothing known are not in it. */
export type Matches = ReadonlyMap<string, string>

interface Candidate {
  readonly header: string
  readonly word: string
  readonly score: number
}

/** Gives each target at most one column and each column at most one target, the surest pairs first. */
export function matchesFor(kind: FileKind, columns: readonly ColumnProfile[]): Matches {
  const voice = voiceOf(kind, columns)
  const candidates = columns.flatMap((column) => candidatesFor(kind, column, voice)).sort((a, b) => b.score - a.score)
  const matched = new Map<string, string>()
  const given = new Set<string>()
  for (const { header, word } of candidates) {
    if (matched.has(header) || given.has(word)) continue
    matched.set(header, word)
    given.add(word)
  }
  return withoutLoneStandIns(withoutLoneClosing(withoutDoubleNames(matched)))
}

/** Whose words the headers are: the product and language that knows most of them. Null where it knows few. */
export function voiceOf(kind: FileKind, columns: readonly Pick<ColumnProfile, 'header'>[]): WordFile | null {
  const known = new Map<WordFile, number>()
  for (const { header } of columns)
    for (const file of voicesIn(kind, header)) known.set(file, (known.get(file) ?? 0) + 1)
  const [best] = [...known].toSorted((a, b) => b[1] - a[1])
  return best && best[1] >= 4 && best[1] * 3 >= columns.length ? best[0] : null
}

const voicesIn = (kind: FileKind, header: string): ReadonlySet<WordFile> =>
  new Set(
    [wordsOf(header), wordsOf(withoutBrackets(header))]
      .flatMap((name) => meaningsOf(kind, name))
      .flatMap(({ said }) => said.filter(({ product }) => product !== 'any')),
  )

function candidatesFor(kind: FileKind, column: ColumnProfile, voice: WordFile | null): readonly Candidate[] {
  const names = readings(kind, column.header)
  return [...targetsOf[kind]].flatMap(([word, target]) => {
    const score = bestScore(kind, word, target, names, voice)
    return score > 0 && suits(column, target) ? [{ header: column.header, word, score }] : []
  })
}

const bestScore = (
  kind: FileKind,
  word: string,
  target: Target,
  names: readonly string[],
  voice: WordFile | null,
): number => Math.max(...names.map((name, at) => scoreOf(kind, word, target, name, voice) - at / 2))

/** The word of the target that a name means best; null when it means none. */
export function wordNamed(kind: FileKind, name: string): string | null {
  const names = readings(kind, name)
  const scored = [...targetsOf[kind]].map(([word, target]) => ({
    word,
    score: bestScore(kind, word, target, names, null),
  }))
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a))
  return best.score > 0 ? best.word : null
}

const withoutBrackets = (header: string): string =>
  header
    .replace(/\([^)]*\)/gu, '')
    .replace(/(?:[ _-]in)?[ _-]([A-Z]{3})$/u, (all, code) => (isCurrencyCode(code) ? '' : all))

/** `Deal - Deal stage (now)` also reads `deal stage` and `stage`: brackets and the kind's own words before it say nothing. */
function readings(kind: FileKind, header: string): readonly string[] {
  const plain = wordsOf(withoutBrackets(header))
  const words = [wordsOf(header), ...(plain ? [plain] : [])]
  for (let next = shorter(kind, plain); next; next = shorter(kind, next)) words.push(next)
  return words
}

function shorter(kind: FileKind, words: string): string | null {
  const before = [...kindWords[kind], 'hs', 'hubspot'].find((word) => words.startsWith(`${word} `))
  return before === undefined ? null : words.slice(before.length + 1)
}

/** What the file's own product calls a field counts most. */
function scoreOf(kind: FileKind, word: string, target: Target, name: string, voice: WordFile | null): number {
  const meaning = meaningsOf(kind, name).find((one) => one.word === word)
  if (meaning && voice && meaning.said.includes(voice)) return 110
  if (name === wordsOf(word) || (target.is === 'field' && name === wordsOf(target.field.label))) return 100
  return meaning?.score ?? 0
}

function suits(column: ColumnProfile, target: Target): boolean {
  if (target.is === 'field') return fits(column, target.field.kind)
  if (target.is === 'reference') return target.by === 'id' || column.numbers * 2 <= column.filled
  if (target.part === 'expected_amount') return fits(column, 'money')
  if (isStandIn(target.part)) return fits(column, 'instant')
  if (target.part === 'is_won' || target.part === 'is_closed') return kindOf(column) === 'flag' || isZeroOrOne(column)
  return target.part !== 'stage' && target.part !== 'status' ? true : column.allValuesKnown && column.values.size <= 200
}

const isZeroOrOne = ({ values }: ColumnProfile): boolean =>
  values.size > 0 && [...values.keys()].every((value) => value === '0' || value === '1')

/** An expected date or amount is the date or amount where no column tells another one. */
function withoutLoneStandIns(matches: Matches): Matches {
  const words = new Set(matches.values())
  const closes = ['closed_at', 'won_at', 'lost_at'].some((word) => words.has(word))
  return new Map(
    [...matches].map(([header, word]) => {
      if (word === 'amount_in_home_currency' && !words.has('amount') && !words.has('currency'))
        return [header, 'amount']
      if (word === 'expected_at' && !closes) return [header, 'closed_at']
      return [header, word === 'expected_amount' && !words.has('amount') ? 'amount' : word]
    }),
  )
}

/** That a deal is closed tells nothing of its end where nobody tells whether it was won. */
const withoutLoneClosing = (matches: Matches): Matches =>
  [...matches.values()].includes('is_won') ? matches : new Map([...matches].filter(([, word]) => word !== 'is_closed'))

/** A full name needs no first and last name beside it. */
function withoutDoubleNames(matches: ReadonlyMap<string, string>): Matches {
  const hasName = [...matches.values()].includes('name')
  const kept = [...matches].filter(([, word]) => !hasName || (word !== 'first_name' && word !== 'last_name'))
  return new Map(kept)
}
