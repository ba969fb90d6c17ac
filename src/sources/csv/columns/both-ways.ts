import type { ColumnProfile } from './column-profile.ts'
import { type DayOrder, readDate } from './dates.ts'
import { type DecimalSign, readNumber } from './numbers.ts'

/** `03/04/2024` as 3 April and as March 4. */
export function dayBothWays(column: ColumnProfile): readonly { readonly says: string; readonly order: DayOrder }[] {
  const example = [...column.values].find(([, { shape }]) => shape.date?.proof === 'open')?.[0] ?? ''
  return (['day-first', 'month-first'] as const).map((order) => ({
    says: `${example} as ${inWords(readDate(example, order)?.day ?? example)}`,
    order,
  }))
}

const inWords = (day: string): string =>
  Temporal.PlainDate.from(day).toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

/** `5.250` as 5.25 and as 5,250. */
export function numberBothWays(
  column: ColumnProfile,
): readonly { readonly says: string; readonly sign: DecimalSign }[] {
  const example = [...column.values].find(([, { shape }]) => shape.number?.isOpen)?.[0] ?? ''
  return (['.', ','] as const).map((sign) => ({
    says: `${example} as ${Number(readNumber(example, sign) ?? '0').toLocaleString('en', { maximumFractionDigits: 9 })}`,
    sign,
  }))
}
