import { dateFormat, type Locale } from './locale.ts'

const startOf = (day: string) => new Date(`${day.slice(0, 10)}T00:00Z`)

const dayParts = { day: 'numeric', month: 'short', year: 'numeric' } as const

/** `2017-03-31` as the reader writes a date. */
export const day = (iso: string, language: string): string =>
  dateFormat(language, { ...dayParts, timeZone: 'UTC' }).format(startOf(iso))

/** `Friday, November 20, 2026`. */
export const weekday = (iso: string, language: string): string =>
  dateFormat(language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    startOf(iso),
  )

/** `14:05`. */
export const timeOfDay = (iso: string, { language, timeZone }: Locale): string =>
  dateFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(new Date(iso))

export const instant = (iso: string, { language, timeZone }: Locale): string =>
  dateFormat(language, { ...dayParts, hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(iso))

/** `until` is the day after the last; the reader sees the last. */
export function days(from: string | null, until: string | null, language: string): string {
  if (from === null || until === null) return ''
  const last = startOf(until)
  last.setUTCDate(last.getUTCDate() - 1)
  return dateFormat(language, { ...dayParts, timeZone: 'UTC' }).formatRange(startOf(from), last)
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
  return relative.format(-Math.round(ms / size) || 0, unit)
}
