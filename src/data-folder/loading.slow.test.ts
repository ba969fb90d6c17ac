import { expect, it } from 'vitest'
import { fc } from '../../fixtures/seeded.ts'
import type { DataFolder } from '../data-folder.ts'
import type { LandedRow } from '../landing/index.ts'
import { divided } from '../memory-budget.ts'
import type { EntityName } from '../model/index.ts'
import { everything, inDataFolder, landRows, rowsOf } from './temporary.fixture.ts'

interface Sending {
  readonly stream: EntityName
  readonly rows: readonly LandedRow[]
}

const few = (...values: readonly (string | null)[]) => fc.constantFrom(...values)
const instants = few('2024-03-30T23:30:00Z', '2024-03-31', '2024-07-01T12:00:00Z', 'not a time', null)

const ids = few('1', '2', '3', null)

/** The columns that a sending may have, beside id. */
const columns = {
  deal: {
    name: few('A', 'B', null),
    stage_id: ids,
    owner_id: ids,
    amount_in_currency: few('10', '20.5', 'much', null),
    currency: few('EUR', 'USD', 'XXX', null),
    created_at: instants,
    closed_at: instants,
    _deleted: few('true', 'false', 'false'),
  },
  stage: { is_closed: few('true', 'false'), is_won: few('true', 'false'), probability: few('0', '50', '100', null) },
  exchange_rate: { currency: few('EUR', 'XXX'), rate: few('1.1', '2'), valid_from_on: few('2024-03-31', '2024-06-01') },
  contact: { owner_id: ids, lifecycle_stage: few('lead', 'customer', null), created_at: instants },
  activity: {
    type: few('CALL', 'TASK'),
    task_status: few('COMPLETED', 'NOT_STARTED'),
    contact_id: ids,
    deal_id: ids,
    owner_id: ids,
    occurred_at: instants,
  },
  property_change: {
    entity: few('activity', 'deal', 'contact'),
    record_id: few('1', '2', '3'),
    property: few('task_status', 'stage_id', 'owner_id', 'amount_in_currency', 'closed_at', 'lifecycle_stage'),
    value: few('COMPLETED', 'lead', '1', '2', '30', '2024-03-31T23:30:00Z', '2024-07-01', null),
    changed_at: instants,
    rank: few('0', '1', null),
    origin: few('source', 'inferred', null),
    seen_at: few('2024-03-31', '2024-07-01T12:00:00Z', null, null),
  },
  team: { name: few('North', 'South'), parent_id: ids },
}

const sendingOf = (stream: keyof typeof columns) =>
  fc
    .oneof(fc.constant(Object.keys(columns[stream])), fc.subarray(Object.keys(columns[stream]), { minLength: 1 }))
    .chain((names) => {
      const all: Readonly<Record<string, fc.Arbitrary<string | null>>> = columns[stream]
      const chosen = Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)))
      const row = fc.record({ id: few('1', '2', '3'), ...chosen })
      return fc.array(row, { minLength: 1, maxLength: 4 }).map((rows) => ({ stream, rows }))
    })

/** Sendings in which no two rows are of one moment. */
const sendings = fc
  .array(fc.oneof(...(Object.keys(columns) as (keyof typeof columns)[]).map(sendingOf)), {
    minLength: 2,
    maxLength: 12,
  })
  .chain((sent) => fc.shuffledSubarray(moments, { minLength: 48, maxLength: 48 }).map((order) => dated(sent, order)))

const moments = Array.from({ length: 48 }, (_, index) => index)

const dated = (sent: readonly Sending[], order: readonly number[]): readonly Sending[] =>
  sent.map(({ stream, rows }, s) => ({
    stream,
    rows: rows.map((row, r) => ({ ...row, _version: moment(order[s * 4 + r] ?? 0) })),
  }))

const moment = (index: number): string =>
  `2024-05-${String(1 + (index % 28)).padStart(2, '0')}T0${Math.floor(index / 28)}:00:00Z`

async function send(data: DataFolder, sent: readonly Sending[], refreshEach: boolean): Promise<void> {
  for (const { stream, rows } of sent) {
    await landRows(data, stream, rows)
    if (refreshEach) await data.warehouse.refresh()
  }
  await data.warehouse.refresh()
}

it(
  'ends in one state whatever the order and repetition of what is sent, step by step or at once',
  { timeout: 300_000 },
  () =>
    fc.assert(
      fc.asyncProperty(sendings, fc.gen(), async (sent, gen) => {
        const again = gen(fc.shuffledSubarray, [...sent])
        const order = gen(fc.shuffledSubarray, [...sent, ...again], { minLength: sent.length + again.length })
        const inOneGo = await inDataFolder(async (data) => {
          await send(data, sent, false)
          return everything(data)
        })
        await inDataFolder(async (data) => {
          await send(data, order, true)
          expect(await everything(data)).toEqual(inOneGo)
          await data.warehouse.rebuild()
          expect(await everything(data)).toEqual(inOneGo)
        })
      }),
      { numRuns: 8, endOnFailure: true },
    ),
)

it('sorts in parts what is more than its memory holds', { timeout: 120_000 }, async () => {
  const rows = 120_000
  const dayOf = (nth: number) => Temporal.PlainDate.from('2020-01-01').add({ days: (nth * 7919) % 2000 })
  const activity = (nth: number) => ({
    id: `${nth}`,
    type: 'CALL',
    occurred_at: nth % 50 === 0 ? null : `${dayOf(nth)}`,
  })
  const memory = { ...divided(2000), loadingMb: 64 }
  await inDataFolder(
    async (data) => {
      await landRows(
        data,
        'activity',
        Array.from({ length: rows }, (_, nth) => activity(nth)),
      )
      await data.warehouse.refresh()
      const out = 'SELECT occurred_on < lag(occurred_on) OVER (ORDER BY rowid) AS out FROM activity'
      const [counts] = await rowsOf(data, `SELECT count(*), count(occurred_on) FROM activity`)
      expect(counts?.map(Number)).toEqual([rows, rows - rows / 50])
      expect((await rowsOf(data, `SELECT count(*) FROM (${out}) WHERE out`)).flat().map(Number)).toEqual([0])
    },
    { memory },
  )
})

it('says so when loading needs more memory than it may use, and keeps what has landed', {
  timeout: 120_000,
}, async () => {
  const memory = { ...divided(2000), loadingMb: 1 }
  await inDataFolder(
    async (data) => {
      await landRows(
        data,
        'deal',
        Array.from({ length: 20_000 }, (_, nth) => ({ id: `${nth}`, name: `Deal ${nth}` })),
      )
      await expect(data.warehouse.refresh()).rejects.toMatchObject({ code: 'load-too-big', of: { megabytes: 1 } })
      expect(data.warehouse.pending()).toBe(1)
    },
    { memory },
  )
})

it('remembers a number of what it took in, however much that was', () =>
  inDataFolder(async (data) => {
    const deals = (from: number, count: number) =>
      data.landing.land('test', async (batch) => {
        for (let nth = from; nth < from + count; nth++) await batch.write('deal', ['id'], [{ id: `${nth}` }])
      })
    const book = async () => {
      await data.warehouse.refresh()
      return (await rowsOf(data, 'SELECT name, length(value) < 200 FROM book ORDER BY 1')).flat()
    }
    await deals(0, 2)
    const few = await book()
    await deals(2, 30)
    expect(await book()).toEqual(few)
    expect(few.filter((one) => one === false)).toEqual([])
    expect(await data.warehouse.status()).toMatchObject({ loadedThrough: 32, pending: 0, records: { deal: 32 } })
    await data.warehouse.rebuild()
    expect(await data.warehouse.status()).toMatchObject({ loadedThrough: 32, pending: 0, records: { deal: 32 } })
  }))
