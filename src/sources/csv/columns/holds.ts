import { type FileKind, targetsOf } from '../fields/targets.ts'
import { type ColumnMapping, newIn, wordOf } from '../mapping/mapping.ts'
import type { Holds } from './readings.ts'

/** What the values of a mapped column are; null for one that is left out, or whose values are plain words. */
export function holdsOf(kind: FileKind | null, column: ColumnMapping): Holds | null {
  const made = newIn(column)
  if (made) return made.new
  const word = wordOf(column)
  const target = kind === null || word === null ? undefined : targetsOf[kind].get(word)
  if (kind === 'exchange_rate' && word === 'rate') return 'rate'
  if (target?.is === 'field') return kind === 'property_change' && word === 'value' ? 'mixed' : target.field.kind
  if (target?.is === 'reference') return 'reference'
  return target?.is === 'part' ? partHolds(target.part) : null
}

function partHolds(part: string): Holds | null {
  if (part === 'old_value') return 'mixed'
  if (['closed_at', 'won_at', 'lost_at', 'expected_at'].includes(part)) return 'instant'
  return part === 'amount' || part === 'expected_amount' ? 'money' : part === 'owner' ? 'reference' : null
}
