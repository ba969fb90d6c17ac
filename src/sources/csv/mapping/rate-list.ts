import { type Matches, matchesFor } from '../fields/matching.ts'
import type { SeenFile } from '../file/look.ts'

const needed = ['currency', 'rate', 'valid_from_on']

/** A list of dated exchange rates has these columns and no other: a deal may have all three beside its own. */
export function ratesIn(file: SeenFile): Matches | null {
  const matches = matchesFor('exchange_rate', file.columns)
  const words = new Set(matches.values())
  const unknown = file.columns.filter(({ header, filled }) => filled > 0 && !matches.has(header))
  return needed.every((word) => words.has(word)) && unknown.length === 0 ? matches : null
}
