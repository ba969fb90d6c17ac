import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { ForecastTerms, Goal, GoalTerms } from '../../../src/store/index.ts'
import { api } from '../../api.ts'

export const goalsQuery = queryOptions({ queryKey: ['goals'], queryFn: ({ signal }) => api.goals(signal) })

export const forecastsQuery = queryOptions({
  queryKey: ['forecasts'],
  queryFn: ({ signal }) => api.forecasts(signal),
})

export const historyQuery = (id: string) =>
  queryOptions({ queryKey: ['goals', id], queryFn: ({ signal }) => api.goalHistory(id, signal), staleTime: 0 })

/** Whatever is changed, every answer may have changed with it. */
function useKeeping<T>(keep: (of: T) => Promise<unknown>, onDone: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: keep,
    /** Somebody else may have been quicker: then what they did is shown. */
    onError: () => client.invalidateQueries({ queryKey: ['goals'] }),
    onSuccess: async () => {
      onDone()
      await client.invalidateQueries()
    },
  })
}

export const usePutGoal = (id: string, revision: number, onDone: () => void) =>
  useKeeping((terms: GoalTerms) => api.putGoal(id, revision, terms), onDone)

export const useRemoveGoal = ({ id, revision }: Goal, onDone: () => void) =>
  useKeeping(() => api.removeGoal(id, revision), onDone)

export const useSubmitForecast = (onDone: () => void) =>
  useKeeping((terms: ForecastTerms) => api.submitForecast(terms), onDone)
