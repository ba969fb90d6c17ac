import { afterAll, describe, expect, it } from 'vitest'
import { exampleFolder } from '../../fixtures/example-folder.ts'
import { fc, seed } from '../../fixtures/seeded.ts'
import type { LandedRow } from '../landing/index.ts'
import type { EntityName } from '../model/index.ts'
import type { SmallTable } from '../reports/index.ts'
import { loadFacts } from './index.ts'
import { history, rates, stages } from './random-history.fixture.ts'

type Tables = Readonly<Record<string, SmallTable>>

const [company = {}, other = {}] = fc.sample(history, { numRuns: 2, seed })
const whole = await exampleFolder({ stage: stages, exchange_rate: rates, ...company })
/** Begins as another company with the same record ids, and becomes this one piece by piece. */
const grown = await exampleFolder({
  deal: only(other, 'deal'),
  contact: only(other, 'contact'),
  activity: only(other, 'activity'),
})
afterAll(() => Promise.all([whole.remove(), grown.remove()]))

function only(tables: Tables, name: string): SmallTable {
  return tables[name] ?? { columns: ['id'], rows: [] }
}

function rowsOf({ columns, rows }: SmallTable): readonly LandedRow[] {
  return rows.map((cells) => Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? null])))
}

const ask = async (sql: string, of = whole) => (await of.data.warehouse.run({ sql, values: [], columns: [] })).rows

const runs = (fact: string, record: string, from: string, until: string) => `
  SELECT * FROM (
    SELECT ${record}, ${from} AS began, ${until} AS ended, lead(${from}) OVER w AS next, row_number() OVER w AS place, ordinal
    FROM ${fact} WINDOW w AS (PARTITION BY ${record} ORDER BY ${from}, ordinal))`

describe('Random histories', () => {
  it('are long enough to say something', async () => {
    for (const { name } of (await loadFacts()).stored)
      expect(Number((await ask(`SELECT count(*) FROM ${name}`))[0]?.[0])).toBeGreaterThan(10)
  })

  it.each([
    ['stage_visit', 'deal_id', 'entered_at', 'exited_at'],
    ['lifecycle_visit', 'contact_id', 'entered_at', 'exited_at'],
    ['deal_state', 'deal_id', 'valid_from', 'valid_until'],
  ])('never overlap in %s, and are numbered in order', async (fact, record, from, until) => {
    const broken = `${runs(fact, record, from, until)} WHERE ended < began OR ended > next OR (ended IS NULL AND next IS NOT NULL) OR place <> ordinal`
    expect(await ask(broken)).toEqual([])
  })

  it('leave no moment of a deal without a state', async () => {
    expect(
      await ask(`${runs('deal_state', 'deal_id', 'valid_from', 'valid_until')} WHERE ended IS DISTINCT FROM next`),
    ).toEqual([])
  })

  it('make of two states that follow each other two different ones', async () => {
    const values = ['stage_id', 'amount', 'closed_at', 'owner_then_id', 'pipeline_then_id', 'forecast_category']
    const same = values.map((value) => `a.${value} IS NOT DISTINCT FROM b.${value}`).join(' AND ')
    const home = `d.currency IS NULL OR d.currency <> 'XXX'`
    expect(
      await ask(`SELECT * FROM deal_state a JOIN deal_state b ON a.deal_id = b.deal_id AND a.ordinal + 1 = b.ordinal
      JOIN deal d ON d.id = a.deal_id WHERE (${home}) AND ${same}`),
    ).toEqual([])
  })

  it('fill the visits of a deal with its states', async () => {
    expect(
      await ask(`SELECT * FROM stage_visit v JOIN deal_state s ON s.deal_id = v.deal_id
      AND s.valid_from >= v.entered_at AND (v.exited_at IS NULL OR s.valid_from < v.exited_at)
      WHERE s.stage_id IS DISTINCT FROM v.stage_id AND s.valid_until IS DISTINCT FROM s.valid_from`),
    ).toEqual([])
  })

  it('add up: what changed is the amount now without that at creation', async () => {
    const amount = (of: string) => `(SELECT coalesce(any_value(amount), 0) FROM ${of})`
    const first = `deal_change c WHERE c.deal_id = s.deal_id AND kind = 'CREATED' AND c.changed_at = s.valid_from`
    const last = `deal_state l WHERE l.deal_id = s.deal_id AND l.valid_until IS NULL`
    const changed = `(SELECT coalesce(sum(amount_delta), 0) FROM deal_change c WHERE c.deal_id = s.deal_id)`
    expect(
      await ask(`SELECT deal_id FROM deal_state s WHERE ordinal = 1 AND EXISTS (FROM ${first})
        AND rate = 1 AND ${changed} <> ${amount(last)} - ${amount(first)}`),
    ).toEqual([])
  })

  it('create each deal once', async () => {
    expect(
      await ask(`SELECT deal_id FROM deal_state s WHERE ordinal = 1 AND
      (SELECT count(*) FROM deal_change c WHERE c.deal_id = s.deal_id AND kind = 'CREATED') <> 1`),
    ).toEqual([])
  })

  it('are answered by the first work of the owner', async () => {
    expect(
      await ask(`SELECT r.id FROM lead_response r JOIN activity a ON a.contact_id = r.id AND a.owner_id = r.owner_id
      WHERE (a.type IN ('CALL', 'MEETING') OR a.email_direction = 'EMAIL' AND a.type = 'EMAIL')
        AND a.occurred_at >= r.assigned_at AND (r.first_engagement_at IS NULL OR a.occurred_at < r.first_engagement_at)`),
    ).toEqual([])
  })
})

interface Told {
  readonly id: string
  readonly entity: string
  readonly record_id: string
  readonly property: string
  readonly value: string | null
  readonly changed_at: string
  readonly rank: number
  readonly origin: string | null
}

const log: readonly Told[] = rowsOf(only(company, 'property_change')).map((line) => ({
  ...(line as unknown as Told),
  rank: Number(line.rank ?? 0),
}))
const toldOfDeals = Map.groupBy(
  log.filter(({ entity }) => entity === 'deal'),
  (line) => `${line.record_id} ${line.property}`,
)

/** What a person would read off the log of one property of one deal. */
function toldOf(deal: string, property: string): readonly Told[] {
  const lines = toldOfDeals.get(`${deal} ${property}`) ?? []
  const certain = lines.filter((line) => line.origin !== 'inferred')
  return certain.length > 0 ? certain : lines
}

const later = (a: Told, b: Told) =>
  a.changed_at !== b.changed_at ? a.changed_at > b.changed_at : a.rank !== b.rank ? a.rank > b.rank : a.id > b.id

describe('Changes at one instant', () => {
  it('are all kept, in their order', async () => {
    const found = Map.groupBy(
      await ask('SELECT deal_id, stage_id FROM stage_visit ORDER BY deal_id, ordinal'),
      ([deal]) => deal,
    )
    for (const [deal, visits] of found) {
      const told = toldOf(String(deal), 'stage_id').toSorted((a, b) => (later(a, b) ? 1 : -1))
      const entered = told
        .filter(({ value }, at) => at === 0 || value !== told[at - 1]?.value)
        .map(({ value }) => value)
      if (told.length > 0)
        expect([deal, visits.map(([, stage]) => stage)]).toEqual([deal, entered.filter((stage) => stage !== null)])
    }
  })
})

describe('A deal as of an instant', () => {
  it.each([
    ['stage_id', 'stage_id'],
    ['owner_id', 'owner_then_id'],
    ['pipeline_id', 'pipeline_then_id'],
    ['forecast_category', 'forecast_category'],
  ])('has the %s of the last line before it', async (property, column) => {
    const states = await ask(
      `SELECT deal_id, ${column}, valid_from, coalesce(valid_until, TIMESTAMP '2999-01-01') FROM deal_state
      WHERE valid_until IS DISTINCT FROM valid_from`,
    )
    for (const [deal, value, from, until] of states) {
      const told = toldOf(String(deal), property)
      if (told.length === 0) continue
      for (const instant of [String(until), Temporal.Instant.from(String(from)).add({ seconds: 1 }).toString()]) {
        const before = told.filter((line) => Date.parse(line.changed_at) < Date.parse(instant))
        const last = before.reduce<Told | null>((best, line) => (best && !later(line, best) ? best : line), null)
        expect([deal, instant, value]).toEqual([deal, instant, last?.value ?? null])
      }
    }
  })
})

async function landIn(folder: typeof grown, tables: Tables) {
  await folder.data.landing.land('example', async (batch) => {
    for (const [name, table] of Object.entries(tables))
      await batch.write(name as EntityName, table.columns, rowsOf(table))
  })
  await folder.data.warehouse.refresh()
}

const everyThird = ({ columns, rows }: SmallTable, rest: number): SmallTable => ({
  columns,
  rows: rows.filter((_, index) => index % 3 === rest).toReversed(),
})

async function factsOf(folder: typeof grown) {
  const { stored: facts } = await loadFacts()
  return Promise.all(facts.map(async ({ name }) => [name, await ask(`SELECT * FROM ${name} ORDER BY id`, folder)]))
}

describe('History that arrives late, twice and out of order', () => {
  it('ends in the same facts, brought up to date or made anew', async () => {
    const log = only(company, 'property_change')
    await landIn(grown, { activity: only(company, 'activity'), property_change: everyThird(log, 2) })
    await landIn(grown, { stage: stages, deal: only(company, 'deal'), property_change: everyThird(log, 0) })
    await landIn(grown, { property_change: everyThird(log, 2), contact: only(company, 'contact') })
    await landIn(grown, { exchange_rate: rates, property_change: everyThird(log, 1) })
    const grownFacts = await factsOf(grown)
    expect(grownFacts).toEqual(await factsOf(whole))
    await grown.data.warehouse.rebuild()
    expect(await factsOf(grown)).toEqual(grownFacts)
  })
})
