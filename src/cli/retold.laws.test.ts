import { describe, expect, it } from 'vitest'
import { company, type Deal, pipelines } from '../../fixtures/oracle/company.ts'
import {
  bars,
  changes,
  type Days,
  funnel,
  pushes,
  snapshot,
  timeInStages,
  waterfall,
  wonAndLost,
} from '../../fixtures/oracle/figures.ts'
import { closedOn, hasRows, isLate, listOn, logOf, stagesFile } from '../../fixtures/oracle/files.ts'
import { fc } from '../../fixtures/seeded.ts'
import { type Listener, withListener } from './retold.fixture.ts'

/** How many companies each law tries; a longer run says so. */
const times = Number(process.env.PLUMBLINE_ORACLE ?? 1)
/** Each is two years of imports, into one folder or two. */
const perHistory = 300_000

const months = Array.from({ length: 24 }, (_, month) => Temporal.PlainYearMonth.from('2022-01').add({ months: month }))
const lastDay = (month: Temporal.PlainYearMonth) => month.toPlainDate({ day: month.daysInMonth }).toString()
const ends = months.map(lastDay)
const dayAfter = (day: string) => `${Temporal.PlainDate.from(day).add({ days: 1 })}T00:30:00Z`
const cents = (amount: number) => Math.round(amount * 100) / 100

/** The snapshots of month ends until a day, of deals that stood in a list as soon as they were there. */
async function snapshotsUntil({ answer }: Listener, day: string) {
  const { rows } = await answer('sales/historical-snapshots', {
    range: `2022-01-01..${day}`,
    frequency: 'monthly',
    filters: [{ field: 'deal.type', is: 'any-of', values: ['Prompt'] }],
  })
  const found: Record<string, Record<string, { deals: number; amount: number }>> = {}
  for (const { period, breakdown, values } of rows) {
    const moment = found[period?.label ?? ''] ?? {}
    if (values.deals) moment[breakdown?.label ?? ''] = { deals: values.deals, amount: cents(values.amount ?? 0) }
    found[period?.label ?? ''] = moment
  }
  return found
}

const truth = (deals: readonly Deal[], day: string) =>
  Object.fromEntries(
    Object.entries(snapshot(deals, day)).map(([stage, { deals: count, amount }]) => [
      stage,
      { deals: count, amount: cents(amount) },
    ]),
  )

/** Lists of some months in the order of time, and beside each what else came that day. */
const overTime = fc
  .tuple(company(40), fc.subarray([...months], { minLength: 5, maxLength: 8 }), fc.gen())
  .map(([deals, listed, gen]) => {
    const logged = gen(fc.subarray, [...months])
    const untold = new Set(logged)
    return {
      deals,
      imports: listed.map((month) => {
        const due = [...untold].filter((one) => Temporal.PlainYearMonth.compare(one, month) <= 0 && gen(fc.boolean))
        for (const one of due) untold.delete(one)
        const day = lastDay(month)
        const others = [closedOn(day, deals), ...due.map((one) => logOf(one.toString(), deals))]
        return { day, files: [listOn(day, deals), ...(gen(fc.boolean) ? others : others.slice(1))].filter(hasRows) }
      }),
    }
  })

describe('A company told in files over two years', () => {
  it('was at each month end what it was when that was the present', { timeout: times * perHistory }, () =>
    fc.assert(
      fc.asyncProperty(overTime, ({ deals, imports }) =>
        withListener(async (listener) => {
          const prompt = deals.filter((deal) => !isLate(deal))
          const heard: string[] = []

          await listener.hear('2022-01-01T00:00:00Z', [stagesFile])
          for (const { day, files } of imports) {
            if (Object.keys(truth(prompt, day)).length === 0) continue
            await listener.hear(dayAfter(day), files)
            heard.push(day)
            const found = await snapshotsUntil(listener, day)
            const expected = Object.fromEntries(heard.map((one) => [one, truth(prompt, one)]))
            const told = Object.fromEntries(heard.map((one) => [one, found[one] ?? {}]))
            expect({ after: day, told }).toEqual({ after: day, told: expected })
          }
        }),
      ),
      { numRuns: times, endOnFailure: true },
    ),
  )

  it('has the figures of its true history where logs tell all of it', { timeout: times * perHistory }, () =>
    fc.assert(
      fc.asyncProperty(inAnyOrder, ({ deals, batches, period, window }) =>
        withListener(async (listener) => {
          await listener.hear('2024-01-01T00:30:00Z', [stagesFile])
          for (const files of batches) await listener.hear('2024-01-01T00:30:00Z', files)
          await sameFigures(listener, deals, period, window)
        }),
      ),
      { numRuns: times, endOnFailure: true },
    ),
  )
})

const days = fc
  .tuple(fc.noBias(fc.nat(700)), fc.noBias(fc.integer({ min: 1, max: 400 })))
  .map(([from, length]): Days => {
    const start = Temporal.PlainDate.from('2022-01-01').add({ days: from })
    return { from: start.toString(), until: start.add({ days: Math.min(length, 729 - from) }).toString() }
  })

/** All logs, some lists and the last list, cut into imports anyhow. */
const inAnyOrder = fc
  .tuple(company(60), fc.subarray(ends.slice(0, -1), { maxLength: 6 }), days, days, fc.gen())
  .map(([deals, listed, period, window, gen]) => {
    const lists = [...listed, ...ends.slice(-1)].map((day) => listOn(day, deals))
    const files = [...lists, ...months.map((month) => logOf(month.toString(), deals))].filter(hasRows)
    const shuffled = gen(fc.shuffledSubarray, files, { minLength: files.length })
    const third = Math.ceil(shuffled.length / 3)
    return { deals, period, window, batches: [0, 1, 2].map((at) => shuffled.slice(at * third, (at + 1) * third)) }
  })

const written = ({ from, until }: Days) => `${from}..${until}`
const byKey = (rows: Awaited<ReturnType<Listener['answer']>>['rows']) =>
  new Map(rows.map(({ by, breakdown, values }) => [by?.label ?? breakdown?.key ?? '', values]))

async function sameFigures({ answer }: Listener, deals: readonly Deal[], period: Days, window: Days) {
  const range = written(period)
  const found: Record<string, unknown> = {}
  const expected: Record<string, unknown> = {}

  const daily = await answer('sales/historical-snapshots', {
    range: `${period.until}..${period.until}`,
    frequency: 'daily',
  })
  found.snapshot = Object.fromEntries(
    daily.rows
      .filter(({ values }) => values.deals)
      .map(({ breakdown, values }) => [breakdown?.label, { deals: values.deals, amount: cents(values.amount ?? 0) }]),
  )
  expected.snapshot = truth(deals, period.until)

  const { win_rate: _, ...won } = (await answer('sales/deals-won-and-lost', { range, by: 'none' })).total.values
  found.won = won
  expected.won = wonAndLost(deals, period)

  const asked = { range, settings: { window: written(window) } }
  const fall = byKey((await answer('sales/deal-pipeline-waterfall', asked)).rows)
  found.waterfall = Object.fromEntries(bars.map((bar) => [bar, cents(fall.get(nameOf(bar))?.amount ?? 0)]))
  expected.waterfall = waterfall(deals, period, window)

  for (const pipeline of pipelines) {
    const funnelRows = byKey((await answer('sales/deal-funnel', { range, pipeline: pipeline.name })).rows)
    expected[`${pipeline.name} funnel`] = funnel(deals, pipeline, period)
    found[`${pipeline.name} funnel`] = [...pipeline.open, pipeline.won].map((stage) => ({
      stage,
      entered: funnelRows.get(stage)?.entered ?? 0,
      skipped: funnelRows.get(stage)?.skipped ?? 0,
      time: funnelRows.get(stage)?.time_in_stage ?? null,
    }))
    const timeAsked = { range, pipeline: pipeline.name, by: 'stage', breakdown: 'none' }
    const times = byKey((await answer('sales/time-spent-in-deal-stage', timeAsked)).rows)
    expected[`${pipeline.name} time`] = timeInStages(deals, pipeline, period)
    found[`${pipeline.name} time`] = pipeline.open.map((stage) => ({
      stage,
      deals: times.get(stage)?.deals ?? 0,
      time: times.get(stage)?.average_time ?? null,
    }))
  }

  const { push_rate: _rate, ...pushed } = (await answer('sales/deal-push-rate', { range, by: 'none' })).total.values
  found.pushes = pushed
  expected.pushes = pushes(deals, period)

  const log = await answer('sales/deal-change-history', { range, by: 'none', view: 'totals', breakdown: 'kind' })
  const kinds: Record<string, number> = {}
  for (const { breakdown, values } of log.rows) {
    const kind = kindOf(breakdown?.key ?? '')
    kinds[kind] = (kinds[kind] ?? 0) + (values.changes ?? 0)
  }
  found.changes = { kinds, deals: log.total.values.deals }
  expected.changes = changes(deals, period)
  expect({ period, window, ...found }).toEqual({ period, window, ...expected })
}

const nameOf = (bar: string) => `${bar[0]}${bar.slice(1).toLowerCase()}`
const kindOf = (kind: string) =>
  kind.startsWith('AMOUNT') ? 'amount' : kind.startsWith('CLOSE_DATE') ? 'closes' : kind.replace('STAGE_', '')
