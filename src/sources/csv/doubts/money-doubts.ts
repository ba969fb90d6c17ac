import type { ToldRate } from '../rows/told-rates.ts'
import { inRows } from './value-doubts.ts'

/** That nothing tells the company's currency, and what was taken. */
export function currencyDoubt(open: readonly string[] | null): readonly string[] {
  const [taken, other] = open ?? []
  if (!open || taken === undefined) return []
  const named = open.length > 1 ? `Deals are in ${open.toSorted().join(', ')}, and nothing` : 'Nothing'
  return [
    `${named} tells which is the company's currency: ${taken} was taken. Write "plumbline settings --currency ${other ?? 'EUR'}" to choose another.`,
  ]
}

/** A rate beside money that needs none: of the company's currency, or of none. */
export const ownRateDoubts = (rates: readonly ToldRate[], own: string): readonly string[] =>
  rates.flatMap((told) =>
    told.others > 0 && (told.currency === '' || told.currency === own) ? [ownRate(told, own)] : [],
  )

function ownRate({ file, header, currency, others, example }: ToldRate, own: string): string {
  const [amount, rate] = [example?.amount ?? null, example?.rate ?? '']
  const where = `'${header}' in ${file} is ${rate}${amount === null ? '' : ` beside ${amount}`}`
  const times = amount === null ? 'it was multiplied' : inOwn(amount, rate)
  const choose = `Write ${JSON.stringify(header)}: "skip" to leave the rate out.`
  return currency === ''
    ? `${where} and no currency (${inRows(others)}): read as money of another currency, worth ${times} ${own}, not as ${amount ?? 'an amount'} ${own}. ${choose}`
    : `${where} in ${own}, the company's currency, which needs no rate (${inRows(others)}): the rate was left out. Write "plumbline settings --currency" with another code where the company's is another.`
}

const inOwn = (amount: string, rate: string): string => {
  const worth = Number(amount.replace(/[^\d.-]/gu, '')) * Number(rate)
  return Number.isFinite(worth) ? worth.toLocaleString('en', { maximumFractionDigits: 2 }) : `${rate} times as much`
}
