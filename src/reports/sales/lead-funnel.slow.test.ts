import { afterAll, expect, it } from 'vitest'
import { exampleFolder } from '../../../fixtures/example-folder.ts'
import { ask } from '../../answer/index.ts'
import { journeyWithOptional as example } from './lead-funnel.example.ts'

const folder = await exampleFolder(example.given)
afterAll(() => folder.remove())

const journey = (stages: string) =>
  ask(folder.asking(example.today), 'sales/lead-funnel', { ...example.question, tab: 'journey', settings: { stages } })

it('keeps in the journey who misses an optional step', async () => {
  const { rows } = await journey(example.question.settings.stages)
  const [, ...measures] = example.expected.columns
  expect(rows.map(({ by, values }) => [by?.label, ...measures.map((key) => values[key])])).toEqual(
    example.expected.rows.map(([label, ...cells]) => [
      label,
      ...cells.map((cell) => (cell === null ? null : Number(cell))),
    ]),
  )
})

it('stands in the order that the reader chose', async () => {
  const { rows } = await journey('salesqualifiedlead,marketingqualifiedlead,lead')
  expect(rows.map(({ by, values }) => [by?.key, values.contacts])).toEqual([
    ['salesqualifiedlead', 4],
    ['marketingqualifiedlead', 1],
    ['lead', 0],
  ])
})
