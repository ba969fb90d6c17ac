import type { Account } from '../../../model/index.ts'
import { calendarTable } from './calendar.ts'
import { teamScopeTable } from './team-scope.ts'

/** A table that no source brings and no fact is: made by code, whole. */
interface MadeTable {
  readonly name: string
  /** A statement that makes it, also in the place of what is there. */
  readonly sql: string
}

export const madeTables = (account: Account): readonly MadeTable[] => [
  { name: 'calendar', sql: calendarTable(account) },
  { name: 'team_scope', sql: teamScopeTable },
]
