/** Short forms that exports have and no locale does. */
const alsoWritten: readonly (readonly [name: string, month: number])[] = [
  ['mrz', 3],
  ['jänner', 1],
  ['jan', 1],
  ['fev', 2],
  ['mrt', 3],
  ['avr', 4],
  ['juil', 7],
  ['sep', 9],
  ['sept', 9],
  ['set', 9],
  ['okt', 10],
]

const withoutAccents = (name: string): string => name.normalize('NFKD').replace(/\p{M}/gu, '')

const languages = ['en', 'nl', 'de', 'fr', 'es', 'it', 'pt', 'da', 'sv', 'nb', 'pl']

/** Months by name, long and short, without dots and in small letters: `mär`, `december`. */
export const monthNames: ReadonlyMap<string, number> = new Map([
  ...languages.flatMap(monthsOf),
  ...languages.flatMap(monthsOf).map(([name, month]) => [withoutAccents(name), month] as const),
  ...alsoWritten,
])

function monthsOf(language: string): readonly (readonly [name: string, month: number])[] {
  return (['long', 'short'] as const).flatMap((month) => {
    const format = new Intl.DateTimeFormat(language, { month, day: 'numeric', timeZone: 'UTC' })
    return Array.from({ length: 12 }, (_, at) => [nameIn(format, at), at + 1] as const)
  })
}

function nameIn(format: Intl.DateTimeFormat, month: number): string {
  const parts = format.formatToParts(new Date(Date.UTC(2024, month, 15)))
  return (parts.find((part) => part.type === 'month')?.value ?? '').replaceAll('.', '').toLowerCase()
}
