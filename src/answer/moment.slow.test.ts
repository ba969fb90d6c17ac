import { afterAll, describe, expect, it } from 'vitest'
import { type ExampleFolder, exampleFolder } from '../../fixtures/example-folder.ts'
import { sightOf, viewerSeeing } from '../../fixtures/viewers.ts'
import type { Warehouse } from '../engine/index.ts'
import { catalogue } from '../reports/index.ts'
import { ask } from './ask.ts'
import type { Asking } from './asking.ts'
import { otherKey } from './figures/other.ts'
import { allRecords } from './records/all-records.ts'
import { records } from './records/records.ts'

const report = 'sales/deals-created'
/** As many deals in March as in February: whoever sees another picture mixed two loads. */
const question = { range: '2024-03-01..2024-03-31', compare: 'previous-year' } as const

const folder: ExampleFolder = await exampleFolder({
  owner: { columns: ['id', 'name', 'active'], rows: [['ann', 'Ann', 'true']] },
  deal: { columns: ['id', 'owner_id', 'created_at'], rows: [] },
})
afterAll(() => folder.remove())

let deals = 0
async function landPair(): Promise<void> {
  deals += 1
  const deal = (year: number) => ({ id: `${year} ${deals}`, owner_id: 'ann', created_at: `${year}-03-05T12:00:00Z` })
  await folder.data.landing.land('test', (batch) =>
    batch.write('deal', ['id', 'owner_id', 'created_at'], [deal(2023), deal(2024)]),
  )
}

/** The same warehouse, with something done before each statement. */
const asideOf = (work: (nth: number) => Promise<unknown>): Asking => {
  let nth = 0
  const { warehouse } = folder.data
  const run: Warehouse['run'] = async (...of) => {
    const mine = ++nth
    await work(mine)
    return warehouse.run(...of)
  }
  const reading: Warehouse['reading'] = async function* (...of) {
    const mine = ++nth
    await work(mine)
    yield* warehouse.reading(...of)
  }
  const watched = new Proxy(warehouse, {
    get: (target, name) => {
      if (name === 'run') return run
      if (name === 'reading') return reading
      const value = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return { ...folder.asking('2024-03-31'), warehouse: watched }
}

describe('a moment', () => {
  it('makes the default view of every report one statement, and one more that says where there is data at all', async () => {
    for (const { id } of await catalogue()) {
      let statements = 0
      const { notes } = await ask(
        asideOf(async (nth) => {
          statements = nth
        }),
        id,
        {},
      )
      const covers = notes.filter((note) => /^(There|None of) /.test(note))
      expect([id, statements]).toEqual([id, 1 + covers.length])
    }
  })

  it('is one for all statements of an answer, whatever is loaded in between', async () => {
    await landPair()
    await folder.data.warehouse.refresh()
    const inBetween = asideOf(async (nth) => {
      if (nth !== 2 && nth !== 4) return
      await landPair()
      await (nth === 2 ? folder.data.warehouse.refresh() : folder.data.warehouse.rebuild())
    })
    const { total, freshness } = await ask(inBetween, report, question)
    expect(total.values.created).toBe(total.previous?.created)
    expect([freshness.freshAt, freshness.refreshedAt]).toEqual([
      folder.data.warehouse.moment().freshAt,
      folder.data.warehouse.moment().refreshedAt,
    ])
  })

  it('is one for a list and its figure', async () => {
    const inBetween = asideOf(async (nth) => {
      if (nth !== 2) return
      await landPair()
      await folder.data.warehouse.refresh()
    })
    const page = await records(inBetween, report, { question, cell: { measure: 'created' } })
    expect([page.count, page.rows.length]).toEqual([page.figure, page.figure])
  })

  it('is one for the file of the row Other, which depends on what is listed', async () => {
    const typed = async (prefix: string, twice: boolean) => {
      const deals = Array.from({ length: 60 }, (_, n) => n).flatMap((n) =>
        [1, ...(twice ? [2] : [])].map((nth) => ({
          id: `${prefix}${n} ${nth}`,
          type: `${prefix}${n}`,
          owner_id: 'ann',
          created_at: '2022-03-05T12:00:00Z',
        })),
      )
      await folder.data.landing.land('test', (batch) =>
        batch.write('deal', ['id', 'type', 'owner_id', 'created_at'], deals),
      )
      await folder.data.warehouse.refresh()
    }
    await typed('early', false)
    const asked = {
      question: { range: '2022-03-01..2022-03-31', view: 'over-time', by: 'type' },
      cell: { measure: 'created', by: otherKey },
    } as const
    const inBetween = asideOf(async (nth) => nth === 2 && typed('late', true))
    let exported = 0
    const pace = { rowsAtOnce: 100, rowsInBlock: 100, beginsWithinMs: 60_000 }
    for await (const { rows } of (await allRecords(inBetween, report, asked, pace)).blocks) exported += rows
    const { count } = await records(folder.asking('2024-03-31'), report, asked)
    expect([exported, count]).toEqual([80, 80])
  })

  it('never ends in a wait when loads follow one another closely', async () => {
    const restless = asideOf(async (nth) => {
      if (nth > 40 || nth % 2 !== 0) return
      await landPair()
      void folder.data.warehouse.refresh()
      await new Promise(setImmediate)
    })
    const { total } = await ask(restless, report, question)
    expect(total.values.created).toBe(total.previous?.created)
    await folder.data.warehouse.refresh()
  })

  it('answers what was asked before from memory, until something is loaded', async () => {
    const created = async (asking: Partial<Asking> = {}) => {
      const { total } = await ask({ ...folder.asking('2024-03-31'), ...asking }, report, { range: question.range })
      return total.values.created
    }
    const gauge = folder.data.warehouse.gauges.find(({ name }) => name === 'plumbline_answers_total')
    // The gauge gives one figure for each way of answering.
    const uses = () => gauge?.value() as Record<'kept' | 'computed', number>
    const before = await Promise.all([created(), created()])
    const known = uses()
    expect(await created()).toBe(before[0])
    expect(uses()).toEqual({ ...known, kept: known.kept + 1 })
    await landPair()
    await folder.data.warehouse.refresh()
    expect(await created()).toBe((before[0] ?? 0) + 1)
  })

  it('is never older than what an answer names, while many ask and much is loaded', async () => {
    const { warehouse } = folder.data
    const created = new Map([[warehouse.moment().load, deals]])
    const seen: { readonly load: number; readonly created: number }[] = []
    let over = false
    const reader = async () => {
      while (!over) {
        const asking = folder.asking('2024-03-31')
        const { total } = await ask(asking, report, { range: question.range })
        seen.push({ load: asking.moment.load, created: total.values.created ?? 0 })
        await new Promise(setImmediate)
      }
    }
    const readers = [reader(), reader(), reader()]
    for (let nth = 0; nth < 8; nth++) {
      await landPair()
      await (nth % 4 === 3 ? warehouse.rebuild() : warehouse.refresh())
      created.set(warehouse.moment().load, deals)
    }
    over = true
    await Promise.all(readers)
    expect(seen.filter((one) => one.created < (created.get(one.load) ?? 0) || one.created > deals)).toEqual([])
    expect(seen.length).toBeGreaterThan(8)
  })

  it('never gives one reader what another may see', async () => {
    const { asking } = folder
    const narrow = { ...asking('2024-03-31'), viewer: viewerSeeing(sightOf(['nobody'])) }
    const all = await ask(asking('2024-03-31'), report, { range: question.range })
    const none = await ask(narrow, report, { range: question.range })
    expect([all.total.values.created === 0, none.total.values.created]).toEqual([false, 0])
  })

  it('stays as it was when a load fails', async () => {
    const { warehouse } = folder.data
    const old = warehouse.moment()
    const failing = await exampleFolder({ deal: { columns: ['id'], rows: [['1']] } })
    const kept = failing.data.warehouse.moment()
    await failing.data.landing.land('test', (batch) => batch.write('deal', ['id'], [{ id: '2' }]))
    await failing.data.close()
    await expect(failing.data.warehouse.refresh()).rejects.toThrow()
    expect(failing.data.warehouse.moment()).toBe(kept)
    expect(warehouse.moment()).toBe(old)
  })

  it('tells what is pending without a list of what landed', async () => {
    const { warehouse } = folder.data
    await landPair()
    await landPair()
    expect([warehouse.pending(), (await warehouse.status()).pending]).toEqual([2, 2])
    await warehouse.refresh()
    expect(warehouse.pending()).toBe(0)
  })
})
