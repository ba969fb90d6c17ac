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
  const retold = await withToldStages(mapping, { settled, told: new Map() }, [], [], [ended])
  expect(retold(mapping).files).toEqual({ ...settled.files, 'new.csv': file({ Ended: 'lost' }) })
})

it('What a person told of a stage stays', async () => {
  const told = new Map([['new.csv', new Map([['["stages","Ended"]', 'open 50%']])]])
  const retold = await withToldStages(mapping, { settled: { files: {} }, told }, [], [], [ended])
  expect(retold(mapping).files).toEqual({ 'old.csv': file({ Ended: 'lost' }), 'new.csv': file({ Ended: 'open 50%' }) })
})
