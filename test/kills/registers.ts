import type { Landing } from '../../src/landing/index.ts'
import type { Account, CustomField } from '../../src/model/index.ts'

const letters = 26
const letter = (digit: number): string => String.fromCharCode(65 + (digit % letters))

/** Three letters: enough for 17,576 writes. */
const currencyOf = (write: number): string =>
  letter(Math.floor(write / letters ** 2)) + letter(Math.floor(write / letters)) + letter(write)
const writeOf = (currency: string): number =>
  [...currency].reduce((sum, each) => sum * letters + each.charCodeAt(0) - 65, 0)

/** What a landing keeps one value of: each write says its number there. */
export const registers = {
  account: (write: number): Account => ({
    timeZone: 'UTC',
    currency: currencyOf(write),
    weekStart: 1,
    fiscalYearStartMonth: 1,
  }),
  field: (write: number): CustomField => ({
    entity: 'deal',
    name: 'score',
    kind: 'number',
    label: `Score ${write}`,
    custom: true,
  }),
  cursor: (write: number): string => String(write),
}

/** Cursor and fields go with their batch; the account is written after it, before the write is acknowledged. */
export function wrongRegisters(landing: Landing, acknowledged: number, last: number): readonly string[] {
  const cursor = Number(landing.cursor('test', 'deal') ?? 0)
  const label = Number(landing.customFields()[0]?.label.replace('Score ', '') ?? 0)
  const account = landing.account().currency === 'USD' ? 0 : writeOf(landing.account().currency)
  return [
    ...(cursor === last ? [] : [`the cursor is ${cursor}, and the last write ${last}`]),
    ...(label === last ? [] : [`the field is of write ${label}, and the last write ${last}`]),
    ...(account >= acknowledged && account <= last
      ? []
      : [`the account is of write ${account}, acknowledged ${acknowledged}`]),
  ]
}
