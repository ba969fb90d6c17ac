import { keepPreviousData, QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Question } from '../src/answer/index.ts'
import { api, Problem } from './api.ts'

const minute = 60_000

const isRefusal = (error: unknown): boolean =>
  error instanceof Problem && error.status >= 400 && error.status < 500 && error.status !== 429

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: minute,
      refetchOnWindowFocus: false,
      // A refusal stays a refusal; only an unreachable server is asked again.
      retry: (count, error) => count < 1 && error instanceof Problem && error.code === 'unreachable',
      // What was asked ahead and refused is not asked once more when its screen appears.
      retryOnMount: ({ state }) => !isRefusal(state.error),
    },
  },
})

export const reportsQuery = queryOptions({
  queryKey: ['reports'],
  queryFn: ({ signal }) => api.reports(signal),
  staleTime: Number.POSITIVE_INFINITY,
})

/** Each tab of a report has its own measures and settings. */
export const reportQuery = (id: string, tab: string | undefined) =>
  queryOptions({
    queryKey: ['report', id, tab],
    queryFn: ({ signal }) => api.report(id, tab, signal),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (old, query) => (query?.queryKey[1] === id ? keepPreviousData(old) : undefined),
  })

/** For who asks what a report rests on. */
export const believableQuery = (id: string, tab: string | undefined) =>
  queryOptions({
    queryKey: ['believable', id, tab],
    queryFn: ({ signal }) => api.believable(id, tab, signal),
  })

/** The old picture stays while the new one is on its way, unless it is of another report. */
export const answerQuery = (id: string, question: Question) =>
  queryOptions({
    queryKey: ['answer', id, question],
    queryFn: ({ signal, client, queryKey }) => api.answer(id, question, signal, client.getQueryData(queryKey)),
    select: ({ answer }) => answer,
    placeholderData: (old, query) => (query?.queryKey[1] === id ? keepPreviousData(old) : undefined),
  })

export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: ({ signal }) => api.people(signal),
  staleTime: 10 * minute,
})

export const valuesQuery = (id: string, field: string, search: string) =>
  queryOptions({
    queryKey: ['values', id, field, search],
    queryFn: ({ signal }) => api.values(id, field, search, signal),
    placeholderData: keepPreviousData,
  })

/** Asked again while the server still counts what looks wrong. */
export const statusQuery = queryOptions({
  queryKey: ['status'],
  queryFn: ({ signal }) => api.status(signal),
  refetchInterval: ({ state }) => (state.data && state.data.odditiesOf !== 'now' ? 2000 : false),
})

/** Loads what arrived since, then asks everything on the screen again. */
export function useRefresh() {
  const client = useQueryClient()
  return useMutation({ mutationFn: () => api.refresh(), onSuccess: () => client.invalidateQueries() })
}
