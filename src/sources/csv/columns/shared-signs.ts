import { type ColumnMapping, type HowWritten, type RecordsMapping, wordOf } from '../mapping/mapping.ts'
import type { ColumnProfile } from './column-profile.ts'
import type { Settled } from './readings.ts'

/** Signs that several currencies share, the likeliest first. */
const currenciesOf: ReadonlyMap<string, readonly [string, ...string[]]> = new Map([
  ['$', ['USD', 'CAD', 'AUD', 'NZD']],
  ['kr', ['DKK', 'SEK', 'NOK']],
  ['¥', ['JPY', 'CNY']],
])

/** The sign in the amounts of a column that several currencies share, with them; null where there is none. */
export function sharedSign({
  currencies,
}: ColumnProfile): { readonly sign: string; readonly of: readonly string[] } | null {
  for (const [sign, of] of currenciesOf) if (currencies.has(sign)) return { sign, of }
  return null
}

/** The currency that is meant by what stands beside an amount: of those that share the sign, the one that was settled. */
export function meantBy(sign: string, { currency }: HowWritten): string {
  const of = currenciesOf.get(sign)
  if (!of) return sign
  const told = currency?.replace('?', '')
  return told !== undefined && of.includes(told) ? told : of[0]
}

/** Told by the mapping, the company's own, or named elsewhere in the column; else the likeliest, which is a doubt. */
export function settledCurrency(column: ColumnProfile, home: string | null, told: HowWritten): Settled<string> | null {
  const shared = sharedSign(column)
  if (!shared) return null
  const { sign, of } = shared
  if (told.currency && of.includes(told.currency))
    return { as: told.currency, sure: 'told', why: 'the mapping says so' }
  if (home !== null && of.includes(home)) return { as: home, sure: 'proven', why: 'the company’s currency' }
  const [named, ...others] = of.filter((code) => column.currencies.has(code))
  if (named && others.length === 0) return { as: named, sure: 'likely', why: `as in other rows` }
  return { as: meantBy(sign, {}), sure: 'doubtful', why: 'several currencies share the sign' }
}

export const currencyText = ({ as, sure }: Settled<string>): string => (sure === 'told' ? as : `${as}?`)

/** Whether the rows tell their currency themselves, so that no sign has to. */
export const tellsCurrency = ({ columns, always }: Pick<RecordsMapping, 'columns' | 'always'>): boolean =>
  always?.currency !== undefined || Object.values(columns).some((column) => wordOf(column) === 'currency')

/** Amounts whose signs tell the currency of their row. */
export const isAmount = (column: ColumnMapping): boolean => ['amount', 'expected_amount'].includes(wordOf(column) ?? '')
