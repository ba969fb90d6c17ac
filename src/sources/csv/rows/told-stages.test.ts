import { expect, it } from 'vitest'
import { withToldStages } from './told-stages.ts'

const file = (stages: Readonly<Record<string, string>>) => ({ records: 'deal' as const, columns: {}, stages })
const mapping = { files: { 'old.csv': file({ Ended: 'open 50%' }), 'new.csv': file({ Ended: 'open 50%' }) } }
const ended = {
  id: 'renewals.ended',
  name: 'Ended',
  stage: { order: 4, probability: 0, isClosed: true, isWon: false, hasCreated: false, isListed: true },
}

it('A list that came before tells the stages of files that the mapping does not know yet', async () => {
  const settled = { files: { 'old.csv': file({ Ended: 'open 50%' }) } }
  const retold = await withToldStages(mapping, settled, [], [], [ended])
  expect(retold(mapping).files).toEqual({ ...settled.files, 'new.csv': file({ Ended: 'lost' }) })
})
