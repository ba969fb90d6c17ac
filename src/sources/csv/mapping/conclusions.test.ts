import { expect, it } from 'vitest'
import { imported } from '../imported.fixture.ts'

const deals = 'Deal ID,Deal name,Stage,Amount\n1,A,Won,5\n'

it('a file that is named as conclusions once were stands in the way of no later import', async () => {
  const { rows } = await imported({ 'mapping of deals.csv': deals }, { 'deals.csv': deals.replace('1,A', '2,B') })
  expect(rows('deal').map(({ id }) => id)).toEqual(['1', '2'])
})
