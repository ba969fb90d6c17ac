import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, queryOptions, useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Cell, Question, RecordsRequest } from '../../../src/answer/question/question.ts'
import type { RecordsPage } from '../../../src/answer/shapes.ts'
import { api } from '../../api.ts'

/** One list of records: those behind a figure, or those left out of it for one reason. */
export interface Listing {
  readonly reportId: string
  readonly question: Question
  readonly cell: Cell
  readonly leftOut?: string
  readonly sort?: RecordsRequest['sort']
}

export const pageSize = 100
const settleMs = 60

export const pageQuery = ({ reportId, ...request }: Listing, page: number) =>
  queryOptions({
    queryKey: ['records', reportId, request, page],
    queryFn: ({ signal }) => api.records(reportId, { ...request, offset: page * pageSize, limit: pageSize }, signal),
  })

/** The first page says what the list is; another order keeps it on the screen until the new one comes. */
export const firstPageQuery = (listing: Listing) => ({ ...pageQuery(listing, 0), placeholderData: keepPreviousData })

/** The rows around those in sight, by their place; a place whose page is on its way has none yet. */
export function useRows(listing: Listing, first: number, last: number) {
  const [wanted] = useDebouncedValue(`${pageOf(first)}-${pageOf(last)}`, settleMs, { leading: true })
  const pages = useMemo(() => between(wanted), [wanted])
  const results = useQueries({ queries: pages.map((page) => pageQuery(listing, page)) })
  const at = new Map(results.map(({ data }, i) => [pages[i], data]))
  return {
    error: results.find(({ error }) => error)?.error ?? null,
    retry: () => results.filter(({ error }) => error).forEach(({ refetch }) => void refetch()),
    rowAt: (place: number): RecordsPage['rows'][number] | undefined => at.get(pageOf(place))?.rows[place % pageSize],
  }
}

const pageOf = (place: number) => Math.floor(Math.max(0, place) / pageSize)

function between(pages: string): readonly number[] {
  const [first = 0, last = first] = pages.split('-').map(Number)
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}
