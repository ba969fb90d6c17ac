import type { Kind, Value } from '../model/index.ts'
import { day, instant } from './days.ts'
import { duration } from './duration.ts'
import { type Locale, letters } from './locale.ts'
import { exactMoney, exactNumber, percent, shortMoney, shortNumber } from './numbers.ts'

/** How values of a kind look, wherever they are drawn. */
interface Look {
  /** Figures stand at the end of their column, all else at its start. */
  readonly stands: 'start' | 'end'
  /** As tables and tooltips show a number; with a fraction where the others of its column have one. */
  readonly exact: (value: number, locale: Locale, fraction: boolean) => string
  /** As short as axes, marks and headlines need it: `€ 1.2 M`. */
  readonly short: (value: number, locale: Locale) => string
  /** What is written as text, such as a day. */
  readonly text: (value: string, locale: Locale) => string
  /** Beside a tick that has the unit, the others do without it. */
  readonly unitless: Kind
}

const asIs = (text: string) => text
const plain = { exact: exactNumber, short: shortNumber, text: asIs }
const share = (value: number, { language }: Locale) => percent(value, language)
const span = (value: number, { language }: Locale) => duration(value, language)

const looks: Readonly<Record<Kind, Look>> = {
  id: { ...plain, stands: 'start', unitless: 'id' },
  text: { ...plain, stands: 'start', unitless: 'text' },
  flag: { ...plain, stands: 'start', unitless: 'flag' },
  number: { ...plain, stands: 'end', unitless: 'number' },
  money: { stands: 'end', exact: exactMoney, short: shortMoney, text: asIs, unitless: 'number' },
  percent: { stands: 'end', exact: share, short: share, text: asIs, unitless: 'number' },
  duration: { stands: 'end', exact: span, short: span, text: asIs, unitless: 'duration' },
  day: { ...plain, stands: 'start', text: (value, { language }) => day(value, language), unitless: 'day' },
  instant: { ...plain, stands: 'start', text: instant, unitless: 'instant' },
}

export const nothing = '–'

export const hasFraction = (value: unknown): boolean => typeof value === 'number' && !Number.isInteger(value)

/** As exact as tables and tooltips show it; with a fraction even when it is none, where others in the column have one. */
export function exact(
  value: Value | undefined,
  kind: Kind,
  locale: Locale,
  fraction: boolean = hasFraction(value),
): string {
  if (value === null || value === undefined || value === '') return nothing
  if (typeof value === 'boolean') return letters(locale.language)[value ? 'yes' : 'no']
  const look = looks[kind]
  return typeof value === 'number' ? look.exact(value, locale, fraction) : look.text(value, locale)
}

/** As short as axes and headlines need it: `€ 1.2 M`. */
export const short = (value: number | null, kind: Kind, locale: Locale): string =>
  value === null ? nothing : looks[kind].short(value, locale)

export const isFigure = (kind: Kind): boolean => looks[kind].stands === 'end'

export const unitless = (kind: Kind): Kind => looks[kind].unitless
