/** How the reader writes numbers and dates; what the account counts in. */
export interface Locale {
  /** A tag such as `nl-BE`. */
  readonly language: string
  readonly currency: string
  readonly timeZone: string
}

interface Letters {
  /** Of thousands, millions and billions. */
  readonly thousand: string
  readonly million: string
  readonly billion: string
  readonly day: string
  readonly hour: string
  readonly minute: string
  readonly second: string
  readonly yes: string
  readonly no: string
}

/** What stands beside a shortened figure in each language. */
const lettersOf: Readonly<Record<'en' | 'nl' | 'da', Letters>> = {
  en: {
    ...{ thousand: 'k', million: 'M', billion: 'B' },
    ...{ day: 'd', hour: 'h', minute: 'm', second: 's' },
    ...{ yes: 'Yes', no: 'No' },
  },
  nl: {
    ...{ thousand: 'k', million: 'mln', billion: 'mld' },
    ...{ day: 'd', hour: 'u', minute: 'm', second: 's' },
    ...{ yes: 'Ja', no: 'Nee' },
  },
  da: {
    ...{ thousand: 't', million: 'mio.', billion: 'mia.' },
    ...{ day: 'd', hour: 't', minute: 'm', second: 's' },
    ...{ yes: 'Ja', no: 'Nej' },
  },
}

export function letters(language: string): Letters {
  const [primary] = language.split('-')
  return primary === 'nl' || primary === 'da' ? lettersOf[primary] : lettersOf.en
}

const numberFormats = new Map<string, Intl.NumberFormat>()
const dateFormats = new Map<string, Intl.DateTimeFormat>()

export const numberFormat = (language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat =>
  kept(numberFormats, language + JSON.stringify(options), () => new Intl.NumberFormat(language, options))

export const dateFormat = (language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  kept(dateFormats, language + JSON.stringify(options), () => new Intl.DateTimeFormat(language, options))

/** To make one takes longer than to write a whole table with it. */
function kept<T>(cache: Map<string, T>, key: string, make: () => T): T {
  const known = cache.get(key)
  if (known) return known
  const made = make()
  cache.set(key, made)
  return made
}
