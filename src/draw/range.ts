import type { Answer } from './answer.ts'
import { days } from './days.ts'

/** The days of a range as the reader writes them. */
export const rangeLabel = ({ from, until, label }: Answer['range'], language: string): string =>
  days(from, until, language) || label
