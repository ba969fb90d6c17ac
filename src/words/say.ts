import { createInstance } from 'i18next'
import da from './da.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }
import type { Language } from './language.ts'
import nl from './nl.json' with { type: 'json' }

/**
 * A sentence in the language of a reader. The English one is its name: what is filled in stands in it as `{{report}}`, and
 * one with a `{{count}}` has a form for one and a form for several in each language, also in English.
 */
export interface Say {
  (english: string, of?: Readonly<Record<string, string | number>>): string
  readonly language: Language
  /** As the language writes it: `12,345`. */
  readonly number: (of: number) => string
}

const catalogue = createInstance({
  resources: { en: { words: en }, nl: { words: nl }, da: { words: da } },
  fallbackLng: 'en',
  defaultNS: 'words',
  // A sentence has points and colons in it.
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  interpolation: { escapeValue: false },
})
void catalogue.init()

const sayings = new Map<Language, Say>()

export function sayIn(language: Language): Say {
  const known = sayings.get(language)
  if (known) return known
  const translate = catalogue.getFixedT(language)
  const numbers = new Intl.NumberFormat(language)
  const say: Say = Object.assign(
    (english: string, of = {}) => String(translate(english, { ...of, defaultValue: english })),
    { language, number: (of: number) => numbers.format(of) },
  )
  sayings.set(language, say)
  return say
}
