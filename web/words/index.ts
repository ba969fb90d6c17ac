import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import en from './en.json' with { type: 'json' }
import { type Language, language } from './language.ts'

export { chooseLanguage, type Language, language, languages, readerLanguage } from './language.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words'
    resources: { words: typeof en }
  }
}

/** English comes with the page, another language when it is spoken. */
const spoken: Readonly<Record<Exclude<Language, 'en'>, () => Promise<{ default: object }>>> = {
  nl: () => import('./nl.json'),
  da: () => import('./da.json'),
}

const others = language === 'en' ? {} : { [language]: { words: (await spoken[language]()).default } }

void i18next.use(initReactI18next).init({
  lng: language,
  fallbackLng: 'en',
  defaultNS: 'words',
  resources: { en: { words: en }, ...others },
  initAsync: false,
  // React escapes.
  interpolation: { escapeValue: false },
})

export const useWords = () => useTranslation().t
export const words = i18next
