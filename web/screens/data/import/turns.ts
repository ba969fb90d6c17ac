import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { PastImports } from '../../../../src/server/index.ts'
import { api } from '../../../api.ts'

export type PastImport = PastImports['imports'][number]
export type Turning = PastImports['turning']
export type Turns = ReturnType<typeof useTurns>

/** Asked again while an import is being taken back: the server answers at its pace. */
export const pastImportsQuery = queryOptions({
  queryKey: ['past-imports'],
  queryFn: ({ signal }) => api.pastImports(signal),
  refetchInterval: ({ state }) => (state.data?.turning.is === 'busy' ? 250 : false),
  staleTime: 0,
})

/** Takes imports back, and asks everything again once that has changed the figures. */
export function useTurns() {
  const client = useQueryClient()
  const { data } = useQuery(pastImportsQuery)
  const { mutate, error, isPending, variables } = useMutation({
    mutationFn: api.turnImport,
    onSuccess: (past: PastImports) => client.setQueryData(pastImportsQuery.queryKey, past),
  })
  const turning = data?.turning ?? null
  const was = useRef<Turning | null>(null)
  useEffect(() => {
    const isNews = turning?.is === 'turned' && was.current !== null && was.current !== turning
    if (isNews) void client.invalidateQueries({ predicate: ({ queryKey }) => isFigure(queryKey[0]) })
    was.current = turning
  }, [turning, client])
  const asked = isPending ? variables.number : null
  /** The number of the import that is being turned. */
  const busy = turning?.is === 'busy' ? turning.number : asked
  return { turning, busy, error, turn: mutate }
}

const isFigure = (key: unknown): boolean => key !== 'upload' && key !== pastImportsQuery.queryKey[0]
