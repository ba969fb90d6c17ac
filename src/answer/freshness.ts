import type { Asking } from './asking.ts'
import { missingNotes } from './missing.ts'
import type { Answer } from './shapes.ts'

export const freshnessOf = ({ warehouse, moment: { freshAt, refreshedAt } }: Asking): Answer['freshness'] => ({
  freshAt,
  refreshedAt,
  pending: warehouse.pending(),
})

/** A figure over incomplete data says so. */
export function completenessOf({ warehouse, moment }: Asking): Answer['completeness'] {
  const { quarantined, notices, doubts } = moment
  const pending = warehouse.pending()
  const notes = [
    ...missingNotes(moment),
    ...(quarantined > 0
      ? [
          `${quarantined} ${quarantined === 1 ? 'row' : 'rows'} could not be read and ${quarantined === 1 ? 'is' : 'are'} in quarantine.`,
        ]
      : []),
    ...(pending > 0 ? [`${pending} landed ${pending === 1 ? 'batch is' : 'batches are'} not loaded yet.`] : []),
  ]
  return { complete: notes.length === 0, quarantined, notes: [...notes, ...notices, ...doubtNotes(doubts)] }
}

/** More doubts are counted and not told. */
const told = 3

export const doubtNotes = (doubts: readonly string[]): readonly string[] =>
  doubts.length <= told
    ? doubts
    : [
        ...doubts.slice(0, told),
        `${doubts.length - told} more doubts about how the files were read: 'plumbline doctor' names all.`,
      ]
