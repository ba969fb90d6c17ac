import type { Kind } from '../model/index.ts'
import type { Locale } from './locale.ts'
import { exact, short } from './looks.ts'

/** How numbers are written in one answer: exact in tables and tooltips, short on axes and marks. */
export interface Figures {
  /** With a fraction where it has one, or where the others beside it have one. */
  readonly exact: (value: number | null, kind: Kind, fraction?: boolean) => string
  readonly short: (value: number | null, kind: Kind) => string
}

/** The numbers of an answer in its currency and the reader's language. */
export const figuresOf = (locale: Locale): Figures => ({
  exact: (value, kind, fraction) => exact(value, kind, locale, fraction),
  short: (value, kind) => short(value, kind, locale),
})
