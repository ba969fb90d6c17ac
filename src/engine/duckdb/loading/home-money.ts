import { ratesByDay } from '../../../facts/index.ts'
import type { Account, Entity, Field } from '../../../model/index.ts'
import { duckdb } from '../dialect.ts'
import { literal, quoted } from '../quoting.ts'

/** The days that date a rate, the first known one. */
const rateDays = ['closed_on', 'created_on']

export const homeFields = (entity: Entity): readonly Field[] =>
  Object.values(entity.fields).filter((field) => field.homeOf)

export const hasHomeMoney = (entity: Entity): boolean => homeFields(entity).length > 0

/**
 * The rows of `from` with money in the company's currency added: as the source tells it, else at the rate that the source
 * tells beside it, else at the dated rate of the currency; null where there is none.
 */
export function withHomeMoney(entity: Entity, from: string, account: Account): string {
  if (!hasHomeMoney(entity)) return `SELECT * FROM ${from}`
  const money = homeFields(entity).map((field) => `${converted(field, account)} AS ${quoted(field.name)}`)
  return `SELECT row.*, ${money.join(', ')} ${withRates(entity, from)}`
}

function converted({ name, homeOf, toldIn, convertedBy }: Field, account: Account): string {
  const source = `row.${quoted(homeOf ?? name)}`
  const toldRate = convertedBy ? `row.${quoted(convertedBy)}` : 'NULL'
  const own = `${isOwn(account)} AND (row.currency IS NOT NULL OR ${toldRate} IS NULL)`
  const figure = `CASE WHEN ${own} THEN ${source} ELSE CAST(${source} * coalesce(${toldRate}, rate.rate) AS DECIMAL(18,4)) END`
  return toldIn ? `coalesce(row.${quoted(toldIn)}, ${figure})` : figure
}

const isOwn = (account: Account): string =>
  `(row.currency IS NULL OR upper(row.currency) = ${literal(account.currency.toUpperCase())})`

function withRates(entity: Entity, from: string): string {
  const day = rateDay(entity)
  return `FROM ${from} row LEFT JOIN ${ratesByDay(duckdb)} rate
    ON rate.currency = upper(row.currency) AND ${day} >= rate.holds_from AND ${day} < rate.holds_until`
}

/** Without any day the newest rate holds. */
function rateDay(entity: Entity): string {
  const days = rateDays.filter((name) => name in entity.fields).map((name) => `row.${name}`)
  return `coalesce(${[...days, "DATE '9999-12-30'"].join(', ')})`
}
