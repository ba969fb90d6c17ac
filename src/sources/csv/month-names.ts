const languages = ['en', 'nl', 'de', 'fr', 'es', 'it', 'pt', 'da', 'sv', 'nb', 'pl']

/** Months by name, long and short, without dots and in small letters: `mär`, `december`. */
export const monthNames: ReadonlyMap<string, number> = new Map(languages.flatMap(monthsOf))

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
