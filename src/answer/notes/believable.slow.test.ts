import { afterAll, expect, it } from 'vitest'
import { type ExampleFolder, exampleFolder } from '../../../fixtures/example-folder.ts'
import { sightOf, viewerSeeing } from '../../../fixtures/viewers.ts'
import { believable } from './believable.ts'

const pipelines = {
  pipeline: { columns: ['id', 'label', 'display_order'], rows: [['p', 'Sales', '0']] },
  stage: {
    columns: ['id', 'label', 'pipeline_id', 'display_order', 'probability', 'is_closed', 'is_won'],
    rows: [['demo', 'Demo', 'p', '0', '0.4', 'false', 'false']],
  },
  owner: {
    columns: ['id', 'name', 'active'],
    rows: [
      ['ann', 'Ann', 'true'],
      ['bob', 'Bob', 'true'],
    ],
  },
  deal: {
    columns: ['id', 'name', 'pipeline_id', 'stage_id', 'owner_id', 'created_at'],
    rows: [
      ['d1', 'One', 'p', 'demo', 'ann', '2024-01-02T09:00:00Z'],
      ['d2', 'Two', 'p', 'demo', 'ann', '2024-01-03T09:00:00Z'],
      ['d3', 'Three', 'p', 'demo', 'bob', '2024-01-04T09:00:00Z'],
    ],
  },
}
const log = {
  columns: ['id', 'entity', 'record_id', 'property', 'value', 'changed_at'],
  rows: [['h1', 'deal', 'd1', 'stage_id', 'demo', '2024-01-05T09:00:00Z']],
}

const opened: ExampleFolder[] = []
const folderWith = async (tables: Parameters<typeof exampleFolder>[0]) => {
  const folder = await exampleFolder(tables)
  opened.push(folder)
  return folder
}
afterAll(() => Promise.all(opened.map((folder) => folder.remove())))

const waterfall = 'sales/deal-pipeline-waterfall'

it('says without a log that a report on history rests on dates and lists', async () => {
  const asking = (await folderWith(pipelines)).asking('2024-03-31')
  expect(await believable(asking, waterfall)).toEqual([
    'No log tells of changes of the 3 deals: what they were before is concluded from their dates and from when lists showed them.',
  ])
  expect(await believable(asking, 'sales/deals-created')).toEqual([])
})

it('says of how many records a log tells, and since when, of what the reader may see and in their language', async () => {
  const asking = (await folderWith({ ...pipelines, property_change: log })).asking('2024-03-31')
  const told = async (more: Partial<typeof asking>) => await believable({ ...asking, ...more }, waterfall)
  expect(await told({})).toEqual([
    expect.stringMatching(/^A log tells of changes of 1 of 3 deals, the first on 2024-01-05\./),
  ])
  const viewer = (owner: string) => viewerSeeing(sightOf([owner]))
  expect(await told({ viewer: viewer('ann') })).toEqual([expect.stringContaining('of 1 of 2 deals')])
  expect(await told({ viewer: viewer('bob') })).toEqual([expect.stringContaining('of the 1 deals')])
  expect(await told({ language: 'nl' })).toEqual([expect.stringContaining('wijzigingen van 1 van 3 deals')])
})
