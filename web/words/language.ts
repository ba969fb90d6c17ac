import type { Language } from '../../src/words/index.ts'

export type { Language }

/** The languages that every word of the screen is in, each by its own name. */
export const languages: Readonly<Record<Language, string>> = { en: 'English', nl: 'Nederlands', da: 'Dansk' }

const place = 'plumbline-language'

const known = (tag: string): Language | undefined =>
  (Object.keys(languages) as Language[]).find((language) => tag.toLowerCase().split('-')[0] === language)

/** What the reader chose here, else the first of the browser's languages that there are words in. */
export function languageOf(chosen: string | null, browser: readonly string[]): Language {
  return (chosen && known(chosen)) || browser.map(known).find((language) => language !== undefined) || 'en'
}

/** Numbers and days as the reader's own country writes them, where the browser's country speaks the language. */
export const writtenIn = (language: Language, browser: readonly string[]): string =>
  browser.find((tag) => known(tag) === language) ?? language

const browserLanguages = (): readonly string[] => (typeof navigator === 'undefined' ? [] : navigator.languages)
const chosenLanguage = (): string | null => (typeof localStorage === 'undefined' ? null : localStorage.getItem(place))

export const language: Language = languageOf(chosenLanguage(), browserLanguages())

/** How the reader writes numbers and days. */
export const readerLanguage = (): string => writtenIn(language, browserLanguages())

/** The whole page is said again: its address holds what was asked. */
export function chooseLanguage(chosen: Language): void {
  localStorage.setItem(place, chosen)
  location.reload()
}
