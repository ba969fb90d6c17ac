import { expect, it } from 'vitest'
import { exampleFolder } from '../../fixtures/example-folder.ts'
import { fc } from '../../fixtures/seeded.ts'
import { type SmallTable, salesStages } from '../reports/example.ts'
import { ask } from './ask.ts'
import type { Asking } from './asking.ts'

const deals = 20
const stage = fc.constantFrom('appointment', 'contract', 'won', 'lost')
const amount = fc.integer({ min: 0, max: 120_000 }).map(String)
const hours = (from: string) =>
  fc.integer({ min: 0, max: 80 * 24 }).map((hours) => Temporal.Instant.from(from).add({ hours }).toString())

type Line = readonly [record: string, property: string, value: string, at: string]

const line = (from: string): fc.Arbitrary<Line> =>
  fc.oneof(
    fc.tuple(fc.nat(deals - 1).map(String), fc.constant('stage_id'), stage, hours(from)),
    fc.tuple(fc.nat(deals - 1).map(String), fc.constant('amount_in_currency'), amount, hours(from)),
  )

const lines = (from: string) => fc.array(line(from), { minLength: 30, maxLength: 60 })

/** History starts with the value at creation. */
const created = fc
  .array(fc.tuple(stage, amount, hours('2023-10-01T00:00:00Z')), { minLength: deals, maxLength: deals })
  .map((all) =>
    all.flatMap(([stage, amount, at], deal): readonly Line[] => [
      [String(deal), 'stage_id', stage, at],
      [String(deal), 'amount_in_currency', amount, at],
    ]),
  )

const changes = (all: readonly Line[], batch: string): SmallTable => ({
  columns: ['id', 'entity', 'record_id', 'property', 'value', 'changed_at'],
  rows: all.map(([record, property, value, at], index) => [`${batch}${index}`, 'deal', record, property, value, at]),
})

const dealsOf = (told: readonly Line[]): SmallTable => ({
  columns: ['id', 'name', 'created_at'],
  rows: Array.from({ length: deals }, (_, deal) => [
    String(deal),
    `Deal ${deal}`,
    told.find(([record]) => record === String(deal))?.[3] ?? null,
  ]),
})

const tabs = ['stage', 'amount', 'forecast']
const before = { range: '2023-10-01..2023-12-31', frequency: 'weekly' } as const

const snapshots = async (asking: Asking) =>
  Promise.all(tabs.map(async (tab) => (await ask(asking, 'sales/historical-snapshots', { tab, ...before })).rows))

it('does not move the snapshots of past days when later history arrives', () =>
  fc.assert(
    fc.asyncProperty(
      created,
      lines('2023-10-01T00:00:00Z'),
      lines('2023-12-31T23:00:00Z'),
      async (first, early, late) => {
        const told = [...first, ...early]
        const folder = await exampleFolder({
          stage: salesStages,
          deal: dealsOf(first),
          property_change: changes(told, 'a'),
        })
        const then = await snapshots(folder.asking('2024-06-01'))
        const { columns, rows } = changes(late, 'b')
        await folder.data.landing.land('example', (batch) =>
          batch.write(
            'property_change',
            columns,
            rows.map((cells) => Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? null]))),
          ),
        )
        await folder.data.warehouse.refresh()
        expect(await snapshots(folder.asking('2024-06-01'))).toEqual(then)
        await folder.remove()
      },
    ),
    { numRuns: 2 },
  ))
