import { type Locale, letters, numberFormat } from './locale.ts'

/** A number with the sign that is as wide as a plus, as charts and durations have it. */
export const written = (value: number, language: string, options: Intl.NumberFormatOptions): string =>
  numberFormat(language, options).format(value).replace('-', '−')

const digits = (count: number) => ({ minimumFractionDigits: count, maximumFractionDigits: count })

export const exactNumber = (value: number, { language }: Locale, fraction: boolean): string =>
  written(value, language, digits(fraction ? 1 : 0))

export const exactMoney = (value: number, { language, currency }: Locale, fraction: boolean): string =>
  written(value, language, { style: 'currency', currency, ...digits(fraction ? 2 : 0) })

/** As short as axes and headlines need it: `1.2 M`. */
export function shortNumber(value: number, { language }: Locale): string {
  const size = Math.abs(value)
  if (size < 10_000) return plain(value, language, size < 100 && !Number.isInteger(value) ? 1 : 0)
  const [scale, name] = scales.find(([scale]) => size >= scale * 0.9995) ?? thousands
  return `${plain(value / scale, language, 1)} ${letters(language)[name]}`
}

const thousands = [1e3, 'thousand'] as const
const scales = [[1e9, 'billion'], [1e6, 'million'], thousands] as const

/** `€ 1.2 M`. */
export const shortMoney = (value: number, locale: Locale): string =>
  shortNumber(value, locale).replace(/^−?/, (sign) => `${sign}${symbol(locale)} `)

const plain = (value: number, language: string, most: number) =>
  written(value, language, { maximumFractionDigits: most })

const symbol = ({ language, currency }: Locale) =>
  numberFormat(language, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .formatToParts(0)
    .find((part) => part.type === 'currency')?.value ?? currency

/** `value` is 0 to 100. */
export const percent = (value: number, language: string): string =>
  written(value / 100, language, { style: 'percent', ...digits(1) })

const sizes = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** `12.4 MB`. */
export function size(bytes: number, language: string): string {
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), sizes.length - 1)
  const options = { style: 'unit', unit: sizes[step], maximumFractionDigits: step > 1 ? 1 : 0 } as const
  return numberFormat(language, options).format(bytes / 1000 ** step)
}
