import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { DrawnWords } from '../../src/draw/index.ts'
import drawn from '../../src/draw/words/en.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }
import { type Language, language } from './language.ts'

export { chooseLanguage, type Language, language, languages, readerLanguage } from './language.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words'
    resources: { words: typeof en; drawn: typeof drawn }
  }
}

type File = Promise<{ readonly default: object }>

/** English comes with the page, another language when it is spoken. */
const spoken: Readonly<Record<Exclude<Language, 'en'>, () => readonly [words: File, drawn: File]>> = {
  nl: () => [import('./nl.json'), import('../../src/draw/words/nl.json')],
  da: () => [import('./da.json'), import('../../src/draw/words/da.json')],
}

async function resources(of: Exclude<Language, 'en'>) {
  const [words, drawn] = await Promise.all(spoken[of]())
  return { [of]: { words: words.default, drawn: drawn.default } }
}

void i18next.use(initReactI18next).init({
  lng: language,
  fallbackLng: 'en',
  defaultNS: 'words',
  resources: { en: { words: en, drawn }, ...(language === 'en' ? {} : await resources(language)) },
  initAsync: false,
  // React escapes.
  interpolation: { escapeValue: false },
})

export const useWords = () => useTranslation().t
export const words = i18next

/** What is drawn is told in words of its own, which a file or a mail has too. */
export const drawnWords: DrawnWords = (key, of = {}) => String(i18next.t(key, { ...of, ns: 'drawn' }))
