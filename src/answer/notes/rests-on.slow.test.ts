import { afterAll, describe, expect, it } from 'vitest'
import { exampleFolder } from '../../../fixtures/example-folder.ts'
import { sightOf, viewerSeeing } from '../../../fixtures/viewers.ts'
import { salesPipeline, table } from '../../reports/example.ts'
import { ask } from '../ask.ts'
import type { Question } from '../question/question.ts'
import { records } from '../records/records.ts'

/** A log tells of the first deal; the second stood in two lists of deals, the third was never told of. */
const folder = await exampleFolder({
  ...salesPipeline,
  owner: table`
    id  | name | active
    ann | Ann  | true
    bob | Bob  | true
  `,
  deal: table`
    id     | name   | owner_id | stage_id    | pipeline_id | amount_in_currency | currency | created_at           | closed_at
    logged | Logged | ann      | won         | sales       | 100                | EUR      | 2024-01-01T09:00:00Z | 2024-02-10T10:00:00Z
    listed | Listed | ann      | won         | sales       | 200                | EUR      | 2024-01-01T09:00:00Z | 2024-02-20T10:00:00Z
    untold | Untold | bob      | contract    | sales       | 300                | XXX      | 2024-01-05T09:00:00Z | 2024-03-01T10:00:00Z
    open   | Open   | bob      | won         | sales       | 400                | EUR      | 2024-01-05T09:00:00Z |
  `,
  property_change: table`
    id | entity | record_id | property           | value       | changed_at           | seen_at              | rank | value_before | origin
    1  | deal   | logged    | stage_id           | appointment | 2024-01-01T09:00:00Z |                      |      |              | log
    2  | deal   | logged    | stage_id           | won         | 2024-02-10T10:00:00Z |                      |      |              | log
    3  | deal   | logged    | amount_in_currency | 100         | 2024-01-01T09:00:00Z |                      |      |              | log
    4  | deal   | listed    | stage_id           | contract    | 2024-01-31T20:00:00Z | 2024-01-31T20:00:00Z |      |              | inferred
    5  | deal   | listed    | amount_in_currency | 200         | 2024-01-31T20:00:00Z | 2024-01-31T20:00:00Z |      |              | inferred
    6  | deal   | listed    | stage_id           | won         | 2024-02-20T10:00:00Z | 2024-02-29T20:00:00Z | 1    | appointment  | inferred
    7  | deal   | open      | stage_id           | won         | 2024-01-05T09:00:00Z | 2024-02-29T20:00:00Z | 1    | appointment  | inferred
  `,
})
afterAll(folder.remove)

const quarter = '2024-01-01..2024-03-31'
const asking = folder.asking('2024-03-31')

const notes = async (report: string, question: Question = { range: quarter }) =>
  Object.fromEntries((await ask(asking, report, question)).restsOn.map(({ key, note }) => [key, note]))

async function opened(report: string, note: string, question: Question = { range: quarter }) {
  const { measures, restsOn } = await ask(asking, report, question)
  const page = await records(asking, report, { question, cell: { measure: measures[0]?.key ?? '', note } })
  const { count } = restsOn.find(({ key }) => key === note) ?? {}
  expect([page.figure, page.count, page.rows.length]).toEqual([count, count, count])
  return page.rows.map(({ id }) => id).sort()
}

describe('An answer', () => {
  it('says how much of it rests on inferred history, and opens that', async () => {
    expect(await notes('sales/time-spent-in-deal-stage')).toEqual({
      'inferred-history':
        'Inferred history: 1 of 2 times in stages. No log tells all of their changes; the rest is concluded from lists and dates.',
      'missing-date':
        'No close date: 1 time of a deal in a stage. They are in no range of days, so they count over all time only.',
    })
    expect(await opened('sales/time-spent-in-deal-stage', 'inferred-history')).toEqual(['listed:contract'])
  })
})

describe('A past state', () => {
  const day = { range: '2024-01-15..2024-01-15', frequency: 'daily' } as const
  const asKnown = (known: 'then' | 'today'): Question => ({ ...day, settings: { known } })
  const standing = async (question: Question) => {
    const { rows } = await ask(asking, 'sales/historical-snapshots', question)
    return Object.fromEntries(
      rows
        .filter(({ values }) => values.deals)
        .map(({ breakdown, values }) => [breakdown?.label, [values.deals, values.amount]]),
    )
  }

  it('never uses what was learned later, unless it is asked to', async () => {
    expect(await standing(day)).toEqual({
      Appointment: [1, 100],
      Contract: [1, 0],
      'Closed won': [1, 400],
      '(No value)': [1, 0],
    })
    expect(await standing(asKnown('then'))).toEqual(await standing(day))
    expect(await standing(asKnown('today'))).toEqual({
      Appointment: [1, 100],
      Contract: [2, 200],
      'Closed won': [1, 400],
    })
  })

  it('of a stage that is left open leaves the forecast category open, in figures as in their records', async () => {
    const report = 'sales/historical-snapshots'
    const question = { ...day, tab: 'forecast' } as const
    expect(await standing(question)).toEqual({ Pipeline: [2, 100], 'Closed won': [1, 400], '(No value)': [1, 0] })
    expect(await standing({ ...question, settings: { known: 'today' } })).toEqual({
      Pipeline: [3, 300],
      'Closed won': [1, 400],
    })
    const opened = async (breakdown: string | null) => {
      const cell = { measure: 'deals', breakdown }
      const { rows } = await records(asking, report, { question, cell })
      return rows.map(({ id }) => id)
    }
    expect(await opened(null)).toEqual(['listed:2024-01-15'])
    expect(await opened('PIPELINE')).toHaveLength(2)
  })

  it('says what it rests on, and opens that', async () => {
    const report = 'sales/historical-snapshots'
    expect(await notes(report, asKnown('then'))).toEqual({
      'inferred-history': expect.stringContaining('2 of 4 deals then'),
      hindsight:
        'Known only later: 1 of 4 deals then. What they were at that time was learned afterwards, and is left open.',
      'missing-rate':
        'No exchange rate: 1 of 4 deals then. Their amount is in a currency without a rate, so they count without it.',
    })
    expect(await notes(report, asKnown('today'))).toMatchObject({
      'inferred-history': expect.stringContaining('3 of 4 deals then'),
      hindsight: expect.stringContaining('is shown as if it had been known.'),
    })
    for (const known of ['then', 'today'] as const)
      expect(await opened(report, 'hindsight', asKnown(known))).toEqual(['listed:2024-01-15'])
    expect(await opened(report, 'missing-rate', day)).toEqual(['untold:2024-01-15'])
  })

  it('counts only what its figures use', async () => {
    const counts = { ...day, measures: ['deals'], breakdown: 'none' }
    expect(await notes('sales/historical-snapshots', counts)).toEqual({})
  })

  it('leaves a deal out of the waterfall that was not known at the start, unless it is asked to', async () => {
    const report = 'sales/deal-pipeline-waterfall'
    const range = '2024-01-16..2024-03-30'
    const bars = async (question: Question) => {
      const { rows } = await ask(asking, report, question)
      return Object.fromEntries(
        rows.filter(({ values }) => values.deals).map(({ by, values }) => [by?.key, values.amount]),
      )
    }
    expect(await bars({ range })).toEqual({ START: 100, WON: 100, PUSHED: 0 })
    expect(await bars({ range, settings: { known: 'today' } })).toEqual({ START: 300, WON: 300, PUSHED: 0 })
    const page = await records(asking, report, { question: { range }, cell: { measure: 'amount', by: 'WON' } })
    expect(await notes(report, { range })).toMatchObject({
      hindsight:
        'Known only later: 2 bookings. What it was at the start or end was learned only later: they are left out.',
    })
    expect(await opened(report, 'hindsight', { range })).toEqual(['listed:START', 'listed:WON'])
    expect(page.leftOut).toEqual([
      { reason: 'known-later', label: 'What it was at the start or end was learned only later', count: 1 },
    ])
    expect(await opened(report, 'hindsight', { range, settings: { known: 'today' } })).toEqual([
      'listed:START',
      'listed:WON',
    ])
  })
})

describe('Money and dates that are missing', () => {
  it('are counted where a figure uses them', async () => {
    expect(await notes('sales/deals-created')).toMatchObject({
      'missing-rate':
        'No exchange rate: 1 of 4 deals. Their amount is in a currency without a rate, so they count without it.',
    })
    expect(await notes('sales/deals-created', { range: quarter, measures: ['created'] })).toEqual({})
    expect(await notes('sales/weighted-pipeline-forecast')).toMatchObject({
      'missing-rate': expect.stringContaining('1 of 3 deals'),
    })
    expect(await opened('sales/deals-won-and-lost', 'missing-date')).toEqual(['open'])
    expect(await notes('sales/deals-won-and-lost', { range: 'all-time' })).toEqual({
      'missing-date': 'No close date: 1 deal. They count in the total, and in no period.',
    })
  })

  it('are those that the reader may see', async () => {
    const narrow = { ...asking, viewer: viewerSeeing(sightOf(['ann'])) }
    const { restsOn } = await ask(narrow, 'sales/deals-won-and-lost', { range: quarter })
    expect(restsOn).toEqual([])
  })

  it('are opened by nothing but the notes that an answer may have', async () => {
    const cell = { measure: 'created', note: 'hindsight' }
    const asked = records(asking, 'sales/deals-created', { question: { range: quarter }, cell })
    await expect(asked).rejects.toThrow("note 'hindsight'")
  })
})
