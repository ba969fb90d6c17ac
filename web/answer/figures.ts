import { useMemo } from 'react'
import type { Answer } from '../../src/answer/shapes.ts'
import { exact, type Locale, short } from '../format.ts'
import { readerLanguage } from '../words/language.ts'
import type { Figures } from './chart/drawing.ts'

export const localeOf = ({ currency, timeZone }: Pick<Answer, 'currency' | 'timeZone'>): Locale => ({
  language: readerLanguage(),
  currency,
  timeZone,
})

/** The numbers of an answer in its currency and the reader's language. */
export const figuresOf = (locale: Locale): Figures => ({
  exact: (value, kind, fraction) => exact(value, kind, locale, fraction),
  short: (value, kind) => short(value, kind, locale),
})

export function useFigures({ currency, timeZone }: Pick<Answer, 'currency' | 'timeZone'>): Figures {
  return useMemo(() => figuresOf(localeOf({ currency, timeZone })), [currency, timeZone])
}
