export const lengths = ['month', 'quarter', 'days'] as const
export type Length = (typeof lengths)[number]

/** The first and the last day, both included. */
export interface Days {
  readonly startsOn: string
  readonly endsOn: string
}

const months = { month: 1, quarter: 3 } as const

/** The month or the quarter that a day is in. */
export function periodAround(day: string, length: 'month' | 'quarter'): Days {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const size = months[length]
  const first = Math.floor((month - 1) / size) * size
  return { startsOn: iso(Date.UTC(year, first, 1)), endsOn: iso(Date.UTC(year, first + size, 0)) }
}

const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/** What a span of days is: a month, a quarter, or neither. */
export const lengthOf = ({ startsOn, endsOn }: Days): Length =>
  (['month', 'quarter'] as const).find((length) => {
    const around = periodAround(startsOn, length)
    return around.startsOn === startsOn && around.endsOn === endsOn
  }) ?? 'days'

/** The periods around a day, from a year before to a year after, the latest first. */
export function periodsAround(day: string, length: 'month' | 'quarter'): readonly Days[] {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const size = months[length]
  const first = Math.floor((month - 1) / size) * size
  return Array.from({ length: 24 / size + 1 }, (_, index) =>
    periodAround(iso(Date.UTC(year, first + 12 - index * size, 1)), length),
  )
}

/** `January 2026`, `Q1 2026`; null for days that are neither. */
export function periodName(days: Days, language: string): string | null {
  const length = lengthOf(days)
  const [year = 0, month = 1] = days.startsOn.split('-').map(Number)
  if (length === 'quarter') return `Q${Math.ceil(month / 3)} ${year}`
  if (length === 'days') return null
  const format = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return format.format(new Date(`${days.startsOn}T00:00Z`))
}
