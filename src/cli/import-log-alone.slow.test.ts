import { describe, expect, it } from 'vitest'
import { fc } from '../../fixtures/seeded.ts'
import { afterImports } from './imports.fixture.ts'

const log = `CaseID,ActivityID,CompleteTimestamp
c1,Triage,2024-01-10 09:00
c2,Triage,2024-01-11 09:00
c1,Work,2024-01-10 09:00
c1,Won,2024-02-01 10:00
c2,Work,2024-01-12 10:00
`
const later = `CaseID,ActivityID,CompleteTimestamp
c2,Check,2024-03-01 10:00
c2,Lost,2024-03-02 10:00
c3,Triage,2024-03-03 10:00
`
const list = 'Deal ID,Deal name,Stage,Amount,Created,Close date\nc1,Roof,Won,500,2024-01-01,2024-02-01\n'

const files = { 'events.csv': log, 'later events.csv': later, 'deals.csv': list }
const present = `SELECT d.id, d.name, s.label, CAST(d.created_on AS VARCHAR), CAST(d.closed_on AS VARCHAR), d.amount FROM deal d JOIN stage s ON s.id = d.stage_id ORDER BY d.id`

describe('a log alone', () => {
  it('makes the deals, in the stage of their last event, and stages in their order of appearance', async () => {
    await afterImports(files, [['2024-04-01', 'events.csv']], async ({ rows, answer }) => {
      expect(await rows(present)).toEqual([
        ['c1', 'c1', 'Won', '2024-01-10', '2024-02-01', null],
        ['c2', 'c2', 'Work', '2024-01-11', null, null],
      ])
      expect(await rows('SELECT label, is_won FROM stage ORDER BY display_order')).toEqual([
        ['Triage', false],
        ['Work', false],
        ['Won', true],
      ])
      const funnel = await answer('sales/deal-funnel', { range: '2024-01-01..2024-12-31' })
      expect(funnel.rows.map(({ by, values }) => [by?.label, values.entered, values.skipped])).toEqual([
        ['Triage', 2, 0],
        ['Work', 2, 0],
        ['Won', 1, 0],
      ])
    })
  })

  it('says that its deals have no close date, and not that there are none', async () => {
    const open = { 'events.csv': log.replace('c1,Won,2024-02-01 10:00\n', '') }
    await afterImports(open, [['2024-04-01', 'events.csv']], async ({ answer }) => {
      const { notes } = await answer('sales/deals-won-and-lost', { range: 'all-time' })
      expect(notes).toContain('None of the 2 deals has a date (Close date).')
    })
  })

  it.each([
    ['in their order', ['events.csv', 'later events.csv', 'deals.csv']],
    ['backwards', ['deals.csv', 'later events.csv', 'events.csv']],
  ])('is gone on with by another, and told more of by a list: %s', async (_, names) => {
    await afterImports(files, [...names.map((name) => ['2024-04-01', name] as const)], async ({ rows }) => {
      const found = await rows(present)
      expect(found[0]).toEqual(['c1', 'Roof', 'Won', '2024-01-01', '2024-02-01', 500])
      if (names[0] === 'events.csv')
        expect(found.slice(1)).toEqual([
          ['c2', 'c2', 'Lost', '2024-01-11', '2024-03-02', null],
          ['c3', 'c3', 'Triage', '2024-03-03', null, null],
        ])
    })
  })

  it('of 60,000 events by the minute has a visit for each entry', { timeout: 300_000 }, async () => {
    const { text, entries } = manyEvents()
    await afterImports({ 'events.csv': text }, [['2024-12-01', 'events.csv']], async ({ rows }) => {
      expect(await rows('SELECT stage_id, count(*) FROM stage_visit GROUP BY stage_id ORDER BY stage_id')).toEqual(
        [...entries].toSorted(([a], [b]) => (a < b ? -1 : 1)),
      )
    })
  })
})

const names = ['Accepted', 'Assigned', 'Awaiting', 'Queued', 'Resolved', 'Wait']

/** Events of 7,500 cases, several within a minute, and how often each stage was entered. */
function manyEvents(): { readonly text: string; readonly entries: ReadonlyMap<string, number> } {
  const steps = fc.sample(fc.tuple(fc.nat(7499), fc.constantFrom(...names), fc.constantFrom(0, 0, 1, 7)), {
    numRuns: 60_000,
    seed: 12,
  })
  const entries = new Map<string, number>()
  const last = new Map<number, string>()
  let at = Temporal.Instant.from('2024-01-01T00:00:00Z')
  const rows = steps.map(([record, stage, minutes]) => {
    at = at.add({ minutes })
    const id = `sales-pipeline.${stage.toLowerCase()}`
    if (last.get(record) !== stage) entries.set(id, (entries.get(id) ?? 0) + 1)
    last.set(record, stage)
    return `case ${record},${stage},${at.toString().slice(0, 16).replace('T', ' ')}`
  })
  return { text: ['CaseID,ActivityID,CompleteTimestamp', ...rows, ''].join('\n'), entries }
}
