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
  const { quarantined, notices } = moment
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
  return { complete: notes.length === 0, quarantined, notes: [...notes, ...notices] }
}
