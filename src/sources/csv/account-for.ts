import { Refusal } from '../../errors/index.ts'
import type { Landing } from '../../landing/index.ts'
import type { Account } from '../../model/index.ts'
import type { SeenFile } from './look.ts'
import { type Mapping, wordOf } from './mapping.ts'
import { isRecords } from './mapping-file.ts'

/** Settings that the first import into an empty folder may bring. */
export type AskedAccount = Partial<Pick<Account, 'timeZone' | 'currency'>>

/** Later they are changed on purpose, because everything is rebuilt. */
export function refuseOtherAccount(landing: Landing, asked: AskedAccount): void {
  if (landing.segments().length === 0) return
  const now = landing.account()
  refuseOther('time zone', now.timeZone, asked.timeZone)
  refuseOther('currency', now.currency, asked.currency)
}

function refuseOther(setting: string, now: string, asked: string | undefined): void {
  if (asked !== undefined && asked !== now) throw new Refusal('csv-account-settled', { setting, now, asked })
}

/** The settings the files are read under. Without a word about it the currency is the one the amounts are written with. */
export function accountFor(
  landing: Landing,
  asked: AskedAccount,
  files: readonly SeenFile[],
  mapping: Mapping,
): Account {
  const now = landing.account()
  if (landing.segments().length > 0) return now
  const currency = asked.currency ?? writtenCurrency(files, mapping) ?? now.currency
  return { ...now, ...asked, currency }
}

/** Null when amounts carry several signs, or only `$`, which is the sign of many. */
function writtenCurrency(files: readonly SeenFile[], mapping: Mapping): string | null {
  const amounts = files.flatMap((file) => {
    const own = mapping.files[file.name]
    if (!own || !isRecords(own)) return []
    return file.columns.filter(({ header }) => wordOf(own.columns[header] ?? 'skip') === 'amount')
  })
  const [one, ...others] = new Set(amounts.flatMap((column) => [...column.currencies]))
  return one && one !== '$' && others.length === 0 ? one : null
}
