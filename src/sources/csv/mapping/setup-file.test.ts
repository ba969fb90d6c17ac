import { describe, expect, it } from 'vitest'
import { bicycles } from '../files.fixture.ts'
import { imported } from '../imported.fixture.ts'

const stages = `Pipeline,Stage,Order,Probability,Is closed,Is won
Sales,Talk,1,0.1,no,no
Sales,Offer,2,0.55,no,no
Sales,Signed,3,1,yes,yes
Sales,Gone,4,0,yes,no
`
const deals = 'Deal ID,Deal name,Pipeline,Stage,Amount\n1,A,Sales,Offer,5\n2,B,Sales,Signed,6\n3,C,Sales,Gone,7\n'

const told = (rows: readonly Readonly<Record<string, unknown>>[]) =>
  rows
    .toSorted((a, b) => Number(a.display_order) - Number(b.display_order))
    .map(({ label, probability, is_closed, is_won }) => [label, probability, is_closed, is_won])

describe('a list of stages', () => {
  it('is known for what it is, and its probabilities count', async () => {
    const { rows, mapping } = await imported({ 'stages.csv': stages, 'deals.csv': deals })
    expect(mapping['stages.csv'].records).toBe('stage')
    expect(told(rows('stage'))).toEqual([
      ['Talk', 10, 'false', 'false'],
      ['Offer', 55, 'false', 'false'],
      ['Signed', 100, 'true', 'true'],
      ['Gone', 0, 'true', 'false'],
    ])
    expect(rows('deal').map(({ stage_id }) => stage_id)).toEqual(['sales.offer', 'sales.signed', 'sales.gone'])
    expect(mapping['deals.csv'].stages).toEqual({ Offer: 'open 55%', Signed: 'won', Gone: 'lost' })
  })

  it('that comes later changes what was concluded, also for the deals that come after it', async () => {
    const { mapping } = await imported({ 'deals.csv': deals }, { 'stages.csv': stages })
    expect(mapping['deals.csv'].stages).toMatchObject({ Offer: 'open 55%', Signed: 'won', Gone: 'lost' })
  })

  it('is none when its rows are deals', async () => {
    const { mapping } = await imported({ 'export.csv': 'Deal name,Stage,Probability\nA,Talk,10\nB,Offer,50\n' })
    expect(mapping['export.csv'].records).toBe('deal')
  })

  it('may give ids that deals name', async () => {
    const { rows } = await imported({
      'stages.csv': 'Stage ID,Stage,Pipeline,Probability\n77,Offer,Sales,20\n78,Closed won,Sales,100\n',
      'deals.csv': 'Deal ID,Deal name,Pipeline,Stage,Amount\n1,A,Sales,77,5\n2,B,Sales,Closed won,5\n',
    })
    expect(rows('deal').map(({ stage_id }) => stage_id)).toEqual(['77', '78'])
    expect(told(rows('stage'))).toEqual([
      ['Offer', 20, 'false', 'false'],
      ['Closed won', 100, 'true', 'true'],
    ])
  })
})

describe('a list of pipelines or teams', () => {
  it('makes pipelines and no deals', async () => {
    const { rows } = await imported({ 'pipelines.csv': 'Pipeline,Order\nSales,1\nRenewals,2\n' })
    expect(rows('deal')).toEqual([])
    expect(rows('pipeline').map(({ label }) => label)).toEqual(['Sales', 'Renewals'])
  })

  it('makes teams below their parents and no owners', async () => {
    const { rows } = await imported({ 'teams.csv': 'Team,Parent team\nNorth,\nOslo,North\n' })
    expect(rows('owner')).toEqual([])
    expect(rows('team')).toEqual([
      { id: 'north', name: 'North', parent_id: null },
      { id: 'north.oslo', name: 'Oslo', parent_id: 'north' },
    ])
  })

  it('is none when it lists people', async () => {
    const { mapping } = await imported(bicycles)
    expect(mapping['teams.csv'].records).toBe('owner')
  })
})
