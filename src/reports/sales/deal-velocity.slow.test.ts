import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ExampleFolder, exampleFolder } from '../../../fixtures/example-folder.ts'
import { ask, records } from '../../answer/index.ts'
import { salesStages } from '../example.ts'

const id = 'sales/deal-velocity'

/** In Amsterdam: two and a half days over three midnights, an hour over one, before its creation, ten days. */
const lengths = [
  ['1', '2024-01-01T12:00:00Z', '2024-01-04T00:00:00Z'],
  ['2', '2024-01-10T22:30:00Z', '2024-01-10T23:30:00Z'],
  ['3', '2024-01-20T12:00:00Z', '2024-01-18T12:00:00Z'],
  ['4', '2024-02-01T12:00:00Z', '2024-02-11T12:00:00Z'],
]

let folder: ExampleFolder
beforeAll(async () => {
  folder = await exampleFolder({
    stage: salesStages,
    deal: {
      columns: ['id', 'created_at', 'closed_at', 'stage_id'],
      rows: lengths.map((row) => [...row, 'won']),
    },
  })
})
afterAll(() => folder.remove())

const measures = ['days_to_close', 'days_to_close_median', 'days_to_close_p90']
const asked = (days: string) => ({ range: '2024-01-01..2024-03-31', measures, settings: { days } })

describe('days to close', () => {
  it.each([
    ['exact', 12.541666666666666 / 4, (2.5 + 1 / 24) / 2, 2.5 + 0.7 * 7.5],
    ['whole', 3, 1, 2 + 0.7 * 8],
    ['calendar', 14 / 4, 2, 3 + 0.7 * 7],
  ])('are %s, in the mean, the middle and of nine in ten', async (days, mean, middle, most) => {
    const asking = folder.asking('2024-04-10')
    const { total } = await ask(asking, id, asked(days))
    expect(total.values.days_to_close).toBeCloseTo(mean, 9)
    expect(total.values.days_to_close_median).toBeCloseTo(middle, 9)
    expect(total.values.days_to_close_p90).toBeCloseTo(most, 9)
    for (const measure of measures) {
      const page = await records(asking, id, { question: asked(days), cell: { measure } })
      expect([page.figure, page.count]).toEqual([total.values[measure], 4])
    }
  })

  it('show their middle to who asks for it', async () => {
    const { total } = await ask(folder.asking('2024-04-10'), id, {})
    expect(Object.keys(total.values)).toEqual(['days_to_close', 'deals'])
  })
})
