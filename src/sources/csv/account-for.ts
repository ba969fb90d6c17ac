import { Refusal } from '../../errors/index.ts'
import type { Landing } from '../../landing/index.ts'
import type { Account } from '../../model/index.ts'
import type { ColumnProfile } from './column-profile.ts'
import type { SeenFile } from './look.ts'
import { type Mapping, wordOf } from './mapping.ts'
import { isRecords } from './mapping-file.ts'
import type { FileKind } from './targets.ts'

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

/** The settings the files are read under. Without a word about it the currency is the one that the amounts are written with or that their column names. */
export function accountFor(
  landing: Pick<Landing, 'segments' | 'account'>,
  asked: AskedAccount,
  files: readonly SeenFile[],
  mapping: Mapping,
): Account {
  const now = landing.account()
  if (landing.segments().length > 0) return now
  const currency = asked.currency ?? writtenCurrency(files, mapping) ?? namedCurrency(files, mapping) ?? now.currency
  return { ...now, ...asked, currency }
}

/** Null when amounts carry several signs, or only `$`, which is the sign of many. */
function writtenCurrency(files: readonly SeenFile[], mapping: Mapping): string | null {
  const amounts = columnsOf(files, mapping, ['deal', 'goal', 'forecast_submission', 'property_change'], 'amount')
  const [one, ...others] = new Set(amounts.flatMap((column) => [...column.currencies]))
  return one && one !== '$' && others.length === 0 ? one : null
}

/** The only currency of deals; of several the one that no list of rates converts. Null where that is none or many. */
function namedCurrency(files: readonly SeenFile[], mapping: Mapping): string | null {
  const named = currenciesIn(columnsOf(files, mapping, ['deal'], 'currency'))
  const converted = currenciesIn(columnsOf(files, mapping, ['exchange_rate'], 'currency'))
  const [one, ...others] = named.difference(converted)
  return one !== undefined && others.length === 0 ? one : null
}

/** The currencies that deals are in when a first import does not tell which of them is the company's. */
export function rivalCurrencies(
  landing: Landing,
  asked: AskedAccount,
  files: readonly SeenFile[],
  mapping: Mapping,
): readonly string[] {
  if (landing.segments().length > 0 || asked.currency !== undefined) return []
  if (writtenCurrency(files, mapping) ?? namedCurrency(files, mapping)) return []
  return [...currenciesIn(columnsOf(files, mapping, ['deal'], 'currency'))].toSorted()
}

const currenciesIn = (columns: readonly ColumnProfile[]): ReadonlySet<string> =>
  new Set(columns.flatMap(({ values }) => [...values.keys()].map((value) => value.trim().toUpperCase()).filter(isCode)))

const isCode = (value: string): boolean => /^[A-Z]{3}$/u.test(value)

const columnsOf = (
  files: readonly SeenFile[],
  mapping: Mapping,
  kinds: readonly FileKind[],
  word: string,
): readonly ColumnProfile[] =>
  files.flatMap((file) => {
    const own = mapping.files[file.name]
    if (!own || !isRecords(own) || !kinds.some((kind) => kind === own.records)) return []
    return file.columns.filter(({ header }) => wordOf(own.columns[header] ?? 'skip') === word)
  })
