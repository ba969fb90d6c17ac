import { exact, hasFraction, isFigure, type Locale } from '../../draw/index.ts'
import type { Column, Value } from '../../engine/index.ts'
import { drawTable } from './text-table.ts'

type Row = readonly Value[]

/** A table of values as a reader writes them: all figures of a column with as many digits. */
export function valuesTable(
  columns: readonly Column[],
  rows: readonly Row[],
  total: Row | null,
  locale: Locale,
): string {
  const all = [...rows, ...(total ? [total] : [])]
  const fractions = columns.map((_, i) => all.some((row) => hasFraction(row[i])))
  const written = (row: Row) => columns.map(({ kind }, i) => exact(row[i], kind, locale, fractions[i] ?? false))
  return drawTable(
    columns.map(({ label, kind }) => ({ label, isFigure: isFigure(kind) })),
    rows.map(written),
    total && written(total),
  )
}

/** What tells of the machine itself, in the language of the command line. */
export const ofTheMachine: Locale = { language: 'en', currency: 'USD', timeZone: 'UTC' }
