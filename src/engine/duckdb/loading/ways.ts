import type { Ways } from '../../../facts/index.ts'
import type { Account } from '../../../model/index.ts'
import { duckdb } from '../dialect.ts'
import { isOwn, rates } from './home-money.ts'
import { localDay, startOfDay } from './local-day.ts'
import { readAs } from './typing.ts'

/** What facts leave to the engine, in DuckDB's words. */
export const waysOf = (account: Account): Ways => ({
  history: 'property_change',
  instant: (column) => readAs('instant', column, account.timeZone),
  money: (column) => readAs('money', column, account.timeZone),
  number: (column) => readAs('number', column, account.timeZone),
  moneyText: (money) => `rtrim(rtrim(CAST(${money} AS VARCHAR), '0'), '.')`,
  localDay: (instant) => localDay(instant, account.timeZone),
  milliseconds: duckdb.millisecondsBetween,
  lastKnown: (column) => `last_value(${column} IGNORE NULLS)`,
  dayStart: (day) => startOfDay(day, account.timeZone),
  isOwnCurrency: (currency) => isOwn(account, currency),
  rates,
})
