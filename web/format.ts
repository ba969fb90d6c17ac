import type { Kind } from '../src/model/index.ts'

export type Formattable = string | number | boolean | null | undefined

/** How the reader writes numbers and dates; what the account counts in. */
export interface Locale {
  readonly language: string
  readonly currency: string
  readonly timeZone: string
}

export const nothing = '–'

/** As exact as tables and tooltips show it; with a fraction even when it is none, where others in the column have one. */
export function exact(value: Formattable, kind: Kind, locale: Locale, fraction = hasFraction(value)): string {
  if (value === null || value === undefined || value === '') return nothing
  if (typeof value === 'number') return number(value, kind, locale, fraction)
  if (kind === 'day') return day(String(value), locale.language)
  if (kind === 'instant') return instant(String(value), locale)
  return String(value)
}

export const hasFraction = (value: Formattable): boolean => typeof value === 'number' && !Number.isInteger(value)

function number(value: number, kind: Kind, { language, currency }: Locale, fraction = hasFraction(value)): string {
  if (kind === 'percent') return percent(value, language)
  if (kind === 'duration') return duration(value, language)
  if (kind === 'money') return written(value, language, { style: 'currency', currency, ...digits(fraction ? 2 : 0) })
  return written(value, language, digits(fraction ? 1 : 0))
}

const digits = (count: number) => ({ minimumFractionDigits: count, maximumFractionDigits: count })

/** As short as axes and headlines need it: `€ 1.2 M`. */
export function short(value: number | null, kind: Kind, locale: Locale): string {
  if (value === null) return nothing
  if (kind === 'percent' || kind === 'duration') return number(value, kind, locale)
  if (Math.abs(value) < 10_000) return shortSmall(value, kind, locale)
  const scale = scales.find((scale) => Math.abs(value) >= scale * 0.9995) ?? 1e3
  const letter = letters(locale.language).scales[scale]
  return withCurrency(`${plain(value / scale, locale.language, 1)} ${letter}`, kind, locale)
}

const scales = [1e9, 1e6, 1e3] as const

interface Letters {
  readonly scales: Readonly<Record<(typeof scales)[number], string>>
  readonly units: Readonly<Record<'day' | 'hour' | 'minute' | 'second', string>>
}

/** As figures are shortened in a language: thousands and more, and spans of time. */
const lettersOf: Readonly<Record<string, Letters>> = {
  en: { scales: { 1e9: 'B', 1e6: 'M', 1e3: 'k' }, units: { day: 'd', hour: 'h', minute: 'm', second: 's' } },
  nl: { scales: { 1e9: 'mld', 1e6: 'mln', 1e3: 'k' }, units: { day: 'd', hour: 'u', minute: 'm', second: 's' } },
  da: { scales: { 1e9: 'mia.', 1e6: 'mio.', 1e3: 't' }, units: { day: 'd', hour: 't', minute: 'm', second: 's' } },
}
const letters = (language: string): Letters => lettersOf[language.split('-')[0] ?? ''] ?? (lettersOf.en as Letters)

function shortSmall(value: number, kind: Kind, locale: Locale): string {
  const digits = Math.abs(value) < 100 && !Number.isInteger(value) ? 1 : 0
  return withCurrency(plain(value, locale.language, digits), kind, locale)
}

const withCurrency = (text: string, kind: Kind, locale: Locale) =>
  kind === 'money' ? text.replace(/^−?/, (sign) => `${sign}${symbol(locale)} `) : text

const plain = (value: number, language: string, digits: number) =>
  written(value, language, { maximumFractionDigits: digits })

const symbol = ({ language, currency }: Locale) =>
  formatter(language, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .formatToParts(0)
    .find((part) => part.type === 'currency')?.value ?? currency

/** `value` is 0 to 100. */
export const percent = (value: number, language: string): string =>
  written(value / 100, language, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 })

const signed = { maximumFractionDigits: 1, signDisplay: 'exceptZero' } as const

/** A difference carries its sign, so that colour never has to say it alone. */
export const change = (percents: number, language: string): string =>
  written(percents / 100, language, { style: 'percent', ...signed })

/** The difference between two rates, without its unit. */
export const points = (difference: number, language: string): string => written(difference, language, signed)

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const

/** Milliseconds as people say them, in the largest two units: `1 d 4 h`. */
export function duration(ms: number, language: string): string {
  const sign = ms < 0 ? '−' : ''
  const first = units.findIndex(([, size]) => Math.abs(ms) >= size)
  const kept = units.slice(Math.max(first, 0), Math.max(first, 0) + 2)
  if (first === -1) return `${sign}0 ${letters(language).units.second}`
  const smallest = kept[kept.length - 1]?.[1] ?? 1000
  return sign + spelled(Math.round(Math.abs(ms) / smallest) * smallest, language)
}

function spelled(ms: number, language: string): string {
  let rest = ms
  const parts = units.map(([unit, size]) => {
    const count = Math.floor(rest / size)
    rest -= count * size
    return count > 0 ? `${count} ${letters(language).units[unit]}` : ''
  })
  return parts.filter(Boolean).slice(0, 2).join(' ')
}

/** `2017-03-31` as the reader writes a date. */
export const day = (iso: string, language: string): string =>
  dates(language, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${iso.slice(0, 10)}T00:00Z`),
  )

/** `Friday, November 20, 2026`. */
export const weekday = (iso: string, language: string): string =>
  dates(language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${iso.slice(0, 10)}T00:00Z`),
  )

/** `14:05`. */
export const timeOfDay = (iso: string, { language, timeZone }: Locale): string =>
  dates(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(new Date(iso))

export const instant = (iso: string, { language, timeZone }: Locale): string =>
  dates(language, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(new Date(iso))

/** `until` is the day after the last; the reader sees the last. */
export function days(from: string | null, until: string | null, language: string): string {
  if (from === null || until === null) return ''
  const last = new Date(`${until}T00:00Z`)
  last.setUTCDate(last.getUTCDate() - 1)
  return dates(language, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).formatRange(
    new Date(`${from}T00:00Z`),
    last,
  )
}

const agos = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** `2 min. ago`. */
export function ago(iso: string, nowMs: number, language: string): string {
  const ms = nowMs - Date.parse(iso)
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' })
  const [unit, size] = agos.find(([, size]) => Math.abs(ms) >= size) ?? ['second', Number.POSITIVE_INFINITY]
  return relative.format(-Math.round(ms / size) || 0, unit === 'second' ? 'second' : unit)
}

const numberFormats = new Map<string, Intl.NumberFormat>()
const dateFormats = new Map<string, Intl.DateTimeFormat>()

function formatter(language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return kept(numberFormats, language + JSON.stringify(options), () => new Intl.NumberFormat(language, options))
}

/** A number with the sign that is as wide as a plus, as charts and durations have it. */
const written = (value: number, language: string, options: Intl.NumberFormatOptions): string =>
  formatter(language, options).format(value).replace('-', '−')

function dates(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(dateFormats, language + JSON.stringify(options), () => new Intl.DateTimeFormat(language, options))
}

function kept<T>(cache: Map<string, T>, key: string, make: () => T): T {
  const known = cache.get(key)
  if (known) return known
  const made = make()
  cache.set(key, made)
  return made
}

const sizes = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** `12.4 MB`. */
export function size(bytes: number, language: string): string {
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), sizes.length - 1)
  return formatter(language, {
    style: 'unit',
    unit: sizes[step],
    maximumFractionDigits: step > 1 ? 1 : 0,
  }).format(bytes / 1000 ** step)
}
