import type { Kind } from '../../model/index.ts'
import type { Making } from '../fact.ts'

/** The day of an instant where the company is. */
export const dayOf = ({ dialect, account }: Making, instant: string): string =>
  dialect.localDay(instant, account.timeZone)

/** The instant at which a day begins there. */
export const startOf = ({ dialect, account }: Making, day: string): string => dialect.startOfDay(day, account.timeZone)

/** A value of history, which is told as text; null where it is none of its kind. */
export const readAs = ({ dialect, account }: Making, kind: Kind, text: string): string =>
  dialect.read(kind, text, account.timeZone)

/** Whether money in this currency needs no rate. */
export const isOwnCurrency = ({ dialect, account }: Making, currency: string): string =>
  `(${currency} IS NULL OR upper(${currency}) = ${dialect.literal(account.currency.toUpperCase())})`
