import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Answer, RecordsPage } from '../../../src/answer/shapes.ts'
import { exact, hasFraction } from '../../../src/draw/index.ts'
import type { Value } from '../../../src/model/index.ts'
import { reportQuery } from '../../queries.ts'
import { readerOf } from '../../reader.ts'
import type { Listing } from './pages.ts'

type Column = RecordsPage['columns'][number]
export type CellText = (column: Column, value: Value | undefined) => string

/** A value as the reader says it: an option by its label, all numbers of a column with as many digits. */
export function useCellText({ reportId, question }: Listing, page: RecordsPage, answer: Answer): CellText {
  const { data: report } = useQuery(reportQuery(reportId, question.tab))
  return useMemo(() => {
    const locale = readerOf(answer)
    const fractions = fractionsIn(page)
    const options = new Map(report?.filters.map(({ path, options }) => [path, options]))
    const label = (path: string, value: Value | undefined) =>
      options.get(path)?.find((option) => option.value === value)?.label
    return ({ path, kind }, value) => {
      return label(path, value) ?? exact(value, kind, locale, fractions.has(path) || hasFraction(value))
    }
  }, [report, page, answer])
}

/** As the first page has it. */
function fractionsIn({ columns, rows }: RecordsPage): ReadonlySet<string> {
  const paths = columns.map(({ path }) => path)
  return new Set(paths.filter((_, i) => rows.some(({ values }) => hasFraction(values[i]))))
}
