import { expect, it } from 'vitest'
import { question } from './question.ts'

const filter = (count: number) => ({ field: 'name', is: 'any-of', values: Array.from({ length: count }, String) })

it('has a bound on what its filters compare each record with', () => {
  expect(question.safeParse({ filters: [filter(500), filter(500)] }).success).toBe(true)
  const { error } = question.safeParse({ filters: [filter(500), filter(500), filter(1)] })
  expect(error?.issues).toMatchObject([
    { path: ['filters'], message: 'the filters of a question have at most 1000 values together' },
  ])
})
