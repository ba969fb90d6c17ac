import { createInstance, type i18n } from 'i18next'
import da from './words/da.json' with { type: 'json' }
import en from './words/en.json' with { type: 'json' }
import nl from './words/nl.json' with { type: 'json' }

type Leaves<T, Base extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Base}${Plain<K>}` : Leaves<T[K], `${Base}${K}.`>
}[keyof T & string]
type Plain<K extends string> = K extends `${infer Name}_one` | `${infer Name}_other` ? Name : K

/** A sentence of what is drawn, by its key in `words/en.json`. */
export type DrawnKey = Leaves<typeof en>
export type DrawnWords = (key: DrawnKey, of?: Readonly<Record<string, string | number>>) => string
export type DrawnLanguage = 'en' | 'nl' | 'da'

let catalogue: i18n | null = null

/** For who draws apart from a screen, which has the words in its own catalogue. */
export function drawnWordsIn(language: DrawnLanguage): DrawnWords {
  catalogue ??= catalogueOf()
  const translate = catalogue.getFixedT(language)
  return (key, of = {}) => String(translate(key, { ...of, defaultValue: key }))
}

function catalogueOf(): i18n {
  const made = createInstance({
    resources: { en: { words: en }, nl: { words: nl }, da: { words: da } },
    fallbackLng: 'en',
    defaultNS: 'words',
    initAsync: false,
    interpolation: { escapeValue: false },
  })
  void made.init()
  return made
}
