import { createHash } from 'node:crypto'
import type { LandedRow } from '../../../landing/index.ts'
import type { RecordKind } from '../fields/targets.ts'
import { idFrom } from '../names.ts'
import type { Register } from './register.ts'

/** Gives rows whose file has no id one that is the same at every import. */
export type RowId = (row: Readonly<Record<string, string | null>>) => string | null

/** `register` is the one of this kind of record. */
export function rowIdFor(kind: RecordKind, register: Register | null): RowId {
  switch (kind) {
    case 'owner':
      return (row) => claimed(register, row.name ?? row.email ?? null)
    case 'company':
      return (row) => claimed(register, row.name ?? row.domain ?? null)
    case 'contact':
      return (row) => (row.email ? claimed(register, row.email) : named(row.name ?? null, row.company_id ?? null))
    case 'deal':
    case 'lead':
    case 'activity':
    case 'conversation':
      return numbered(steady)
    case 'goal':
      return numbered(['name', ...held, 'starts_on', 'ends_on', 'metric'])
    case 'forecast_submission':
      return numbered([...held, 'period_starts_on', 'period_ends_on', 'submitted_at'])
    case 'exchange_rate':
      return ({ currency, rate, valid_from_on }) =>
        currency && rate && valid_from_on ? `${currency.toUpperCase()}-${valid_from_on}` : null
  }
}

const claimed = (register: Register | null, name: string | null): string | null =>
  name === null ? null : (register?.claim(name) ?? idFrom(name))

const named = (name: string | null, company: string | null): string | null =>
  name === null ? null : company === null ? idFrom(name) : idFrom(name, company)

/** What of a row stays the same when it is exported again later; rows alike in all of it are numbered. */
const steady = ['name', 'subject', 'type', 'company_id', 'contact_id', 'deal_id', 'created_at', 'occurred_at']

/** Whose a goal or a forecast is. */
const held = ['owner_id', 'team_id', 'pipeline_id']

function numbered(steady: readonly string[]): RowId {
  const times = new Map<string, number>()
  return (row) => {
    const key = hashOf(steady.some((column) => row[column]) ? steady.map((column) => row[column] ?? null) : row)
    const before = times.get(key) ?? 0
    times.set(key, before + 1)
    return before === 0 ? key : `${key}-${before + 1}`
  }
}

const hashOf = (value: LandedRow | readonly (string | null)[]): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)
