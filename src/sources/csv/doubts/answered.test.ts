import { expect, it } from 'vitest'
import { withFiles } from '../files.fixture.ts'
import { importSeen, lookAt } from '../import.ts'
import { memoryLanding } from '../memory-landing.fixture.ts'
import type { Ask } from './answered.ts'

const deals = 'Deal ID,Deal name,Stage,Amount\n1,A,Demo,kr 5.250\n2,B,Demo,kr 1.500\n'

it('All that is doubted of a column is asked, one after the other, and each answer is obeyed', async () => {
  const { landing, rows } = memoryLanding()
  const asked: string[] = []
  await withFiles({ 'deals.csv': deals }, async (folder) => {
    const ask: Ask = {
      async reading(_, { about, choices: [first, other = first] }) {
        asked.push(about)
        if (!other) throw new Error('nothing to choose')
        return other
      },
      currency: async () => 'EUR',
    }
    const around = { landing, known: async () => [], proposalFile: `${folder}/m.json`, progress: () => {}, ask }
    await importSeen(await lookAt([folder], () => {}), { map: null, account: {} }, around)
  })
  expect(asked).toEqual(['numbers that can be read in two ways', "amounts in 'kr', which several currencies share"])
  expect(rows('deal').map(({ amount_in_currency, currency }) => [amount_in_currency, currency])).toEqual([
    ['5.250', 'SEK'],
    ['1.500', 'SEK'],
  ])
})
