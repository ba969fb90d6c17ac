import { Refusal } from '../../errors/index.ts'
import type { Landing } from '../../landing/index.ts'
import type { Account } from '../../model/index.ts'
import type { ColumnProfile } from './columns/column-profile.ts'
import { isCurrencyCode } from './columns/currency-code.ts'
import { meantBy, tellsCurrency } from './columns/shared-signs.ts'
import type { FileKind } from './fields/targets.ts'
import type { SeenFile } from './file/look.ts'
import { howWritten, type Mapping, wordOf } from './mapping/mapping.ts'
import { isRecords } from './mapping/mapping-file.ts'
import type { ToldRate } from './rows/told-rates.ts'

/** What was landed before. */
type Past = Pick<Landing, 'segments' | 'account'>

/** Settings that the first import into an empty folder may bring. */
export type AskedAccount = Partial<Pick<Account, 'timeZone' | 'currency'>>

/** The settings that files are read under. */
export interface Settings {
  readonly account: Account
  /** What the company's currency could be where nothing tells it, what was taken first; null where something does. */
  readonly openCurrency: readonly string[] | null
}

/** What the files tell of money. */
export interface Told {
  readonly files: readonly SeenFile[]
  readonly mapping: Mapping
  readonly rates: readonly ToldRate[]
}

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

/** The company's currency as far as it is settled before any file is read. */
export const homeCurrency = (landing: Past, asked: AskedAccount): string | null =>
  landing.segments().length > 0 ? landing.account().currency : (asked.currency ?? null)

/** Without a word about it the currency is the one that the amounts are written with, that their column names, or whose rate is 1. */
export function settingsFor(landing: Past, asked: AskedAccount, told: Told): Settings {
  const now = landing.account()
  if (landing.segments().length > 0) return { account: now, openCurrency: null }
  const found = asked.currency ?? writtenCurrency(told) ?? unitCurrency(told) ?? namedCurrency(told)
  const open = found === null ? openCurrencies(told, now.currency) : [found]
  const account = { ...now, ...asked, currency: open[0] ?? now.currency }
  return { account, openCurrency: found === null && hasAmounts(told) ? open : null }
}

const money: readonly FileKind[] = ['deal', 'goal', 'forecast_submission', 'property_change']

const hasAmounts = (told: Told): boolean => columnsOf(told, money, 'amount').some(({ filled }) => filled > 0)

/** Those that deals are in: the usual one if it is among them, else the commonest stands first. */
function openCurrencies(told: Told, usual: string): readonly string[] {
  const rows = new Map<string, number>()
  for (const { values } of columnsOf(told, ['deal'], 'currency'))
    for (const [value, seen] of values) {
      const code = value.trim().toUpperCase()
      if (isCode(code)) rows.set(code, (rows.get(code) ?? 0) + seen.rows)
    }
  const named = [...rows].toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([code]) => code)
  return named.length === 0 || named.includes(usual) ? [...new Set([usual, ...named])] : named
}

/** Null when amounts carry several signs. */
function writtenCurrency(told: Told): string | null {
  return onlyOne(new Set(told.files.flatMap((file) => signsIn(file, told))))
}

/** What the signs beside the amounts of a file mean, where nothing else tells their currency. */
function signsIn(file: SeenFile, { mapping }: Told): readonly string[] {
  const own = mapping.files[file.name]
  if (!own || !isRecords(own) || tellsCurrency(own)) return []
  return columnsOf({ files: [file], mapping }, money, 'amount').flatMap(({ header, currencies }) =>
    currencies.size === 0
      ? namedIn(header)
      : [...currencies].map((sign) => meantBy(sign, howWritten(own.columns[header] ?? 'skip'))),
  )
}

/** `Amount (EUR)`, `Amount in EUR`, `Betrag in €`. */
function namedIn(header: string): readonly string[] {
  const [, bracketed, last] = /\(([A-Z]{3})\)|(?:in|[ _-]) ?([A-Z]{3})$/u.exec(header) ?? []
  const code = bracketed ?? last ?? ''
  return isCurrencyCode(code) ? [code] : header.includes('€') ? ['EUR'] : header.includes('£') ? ['GBP'] : []
}

/** The only currency whose rate is 1 in every row that tells one. */
function unitCurrency({ rates }: Told): string | null {
  const units = rates.filter(({ currency, ones, others }) => currency !== '' && ones > 0 && others === 0)
  return onlyOne(new Set(units.map(({ currency }) => currency)))
}

/** The only currency of deals; of several the one that nothing converts. Null where that is none or many. */
function namedCurrency(told: Told): string | null {
  const named = currenciesIn(columnsOf(told, ['deal'], 'currency'))
  const listed = named.difference(currenciesIn(columnsOf(told, ['exchange_rate'], 'currency')))
  const rated = new Set(told.rates.flatMap(({ currency, others }) => (others > 0 ? [currency] : [])))
  return onlyOne(listed) ?? onlyOne(listed.difference(rated))
}

function onlyOne(codes: ReadonlySet<string>): string | null {
  const [one, ...others] = codes
  return one !== undefined && others.length === 0 ? one : null
}

const currenciesIn = (columns: readonly ColumnProfile[]): ReadonlySet<string> =>
  new Set(columns.flatMap(({ values }) => [...values.keys()].map((value) => value.trim().toUpperCase()).filter(isCode)))

const isCode = (value: string): boolean => /^[A-Z]{3}$/u.test(value)

const columnsOf = (
  { files, mapping }: Pick<Told, 'files' | 'mapping'>,
  kinds: readonly FileKind[],
  word: string,
): readonly ColumnProfile[] =>
  files.flatMap((file) => {
    const own = mapping.files[file.name]
    if (!own || !isRecords(own) || !kinds.some((kind) => kind === own.records)) return []
    return file.columns.filter(({ header }) => wordOf(own.columns[header] ?? 'skip') === word)
  })
