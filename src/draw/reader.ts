import type { Locale } from './locale.ts'
import type { DrawnWords } from './words.ts'

/** Who something is drawn for: how they write, what the account counts in, and what the picture is told in. */
export interface Reader extends Locale {
  readonly tell: DrawnWords
}
