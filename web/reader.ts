import type { Reader } from '../src/draw/index.ts'
import { drawnWords } from './words/index.ts'
import { readerLanguage } from './words/language.ts'

/** How this reader writes, and what the account counts in. */
export const readerOf = (of: { readonly currency: string; readonly timeZone: string } | undefined): Reader => ({
  language: readerLanguage(),
  currency: of?.currency ?? 'USD',
  timeZone: of?.timeZone ?? 'UTC',
  tell: drawnWords,
})
