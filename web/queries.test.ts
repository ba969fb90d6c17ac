import { QueryObserver } from '@tanstack/react-query'
import { afterEach, expect, it } from 'vitest'
import { Problem } from './api.ts'
import { queryClient } from './queries.ts'

afterEach(() => queryClient.clear())

it.each([
  ['a refusal', 400, 1],
  ['nothing there', 404, 1],
  ['too many at once', 429, 2],
])('%s is asked ahead and by its screen so many times', async (_what, status, times) => {
  let asked = 0
  const queryFn = () => {
    asked += 1
    return Promise.reject(new Problem(status, 'refused', 'No.', null))
  }
  const query = { queryKey: [status], queryFn }
  await queryClient.prefetchQuery(query)
  const stop = new QueryObserver(queryClient, { ...queryClient.defaultQueryOptions(query) }).subscribe(() => {})
  await expect.poll(() => queryClient.isFetching()).toBe(0)
  stop()
  expect(asked).toBe(times)
})
