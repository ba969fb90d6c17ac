import { afterAll, expect, it } from 'vitest'
import { exampleFolder } from '../../../fixtures/example-folder.ts'
import { records } from '../../answer/index.ts'
import example from './team-activity-timeline.example.ts'

const folder = await exampleFolder(example.given)
afterAll(() => folder.remove())

it('tells the newest first, ties by id, page after page', async () => {
  const page = async (offset: number) => {
    const { question } = example
    const { rows } = await records(folder.asking(example.today), 'sales/team-activity-timeline', {
      question,
      cell: { measure: 'activities' },
      offset,
      limit: 3,
    })
    return rows.map(({ id }) => id)
  }
  expect([await page(0), await page(3), await page(6)]).toEqual([['6', '5', '4'], ['3', '1', '2'], []])
})
