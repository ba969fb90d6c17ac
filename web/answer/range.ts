import type { Answer } from '../../src/answer/shapes.ts'
import { days } from '../format.ts'
import { readerLanguage } from '../words/language.ts'

/** The days of a range as the reader writes them. */
export const rangeLabel = ({ from, until, label }: Answer['range']): string =>
  days(from, until, readerLanguage()) || label
