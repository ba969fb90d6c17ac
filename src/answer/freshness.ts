import type { WarehouseStatus } from '../engine/index.ts'
import { missingNotes } from './missing.ts'
import type { Answer } from './shapes.ts'

export const freshnessOf = ({ freshAt, refreshedAt, pending }: WarehouseStatus): Answer['freshness'] => ({
  freshAt,
  refreshedAt,
  pending,
})

/** A figure over incomplete data says so. */
export function completenessOf(status: WarehouseStatus): Answer['completeness'] {
  const { quarantined, pending, notices } = status
  const notes = [
    ...missingNotes(status),
    ...(quarantined > 0
      ? [
          `${quarantined} ${quarantined === 1 ? 'row' : 'rows'} could not be read and ${quarantined === 1 ? 'is' : 'are'} in quarantine.`,
        ]
      : []),
    ...(pending > 0 ? [`${pending} landed ${pending === 1 ? 'batch is' : 'batches are'} not loaded yet.`] : []),
  ]
  return { complete: notes.length === 0, quarantined, notes: [...notes, ...notices] }
}
