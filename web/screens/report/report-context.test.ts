import { expect, it } from 'vitest'
import { plain } from './report-context.ts'

it('keeps what the report does anyway out of the address', () => {
  expect(plain({ by: 'owner', compare: 'none', range: 'last-year' }, { by: 'owner', compare: 'none' })).toEqual({
    by: undefined,
    compare: undefined,
    range: 'last-year',
  })
})
