import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type DataFolder, openDataFolder } from '../data-folder.ts'
import type { LandedRow } from '../landing/index.ts'
import type { EntityName } from '../model/index.ts'
import { landRows, rowsOf, tickingEffects } from './temporary.fixture.ts'

let data: DataFolder

beforeAll(async () => {
  data = await openDataFolder(await mkdtemp(join(tmpdir(), 'plumbline-')), tickingEffects(), { threads: 1 })
  await data.landing.setAccount({
    timeZone: 'Europe/Amsterdam',
    currency: 'EUR',
    weekStart: 7,
    fiscalYearStartMonth: 2,
  })
  await data.warehouse.refresh()
})

afterAll(async () => {
  await data.close()
  await rm(data.folder, { recursive: true })
})

/** Each test speaks of records of its own. */
let one = ''
let tests = 0
beforeEach(() => {
  tests += 1
  one = `record-${tests}`
})

async function load(stream: EntityName, ...rows: readonly LandedRow[]) {
  await landRows(data, stream, rows)
  return data.warehouse.refresh()
}

const deal = (columns: string) => rowsOf(data, `SELECT ${columns} FROM deal WHERE id LIKE $1 || '%' ORDER BY id`, [one])

it('takes from a partial update only the columns it has, and an empty one for none', async () => {
  await load('deal', { id: one, name: 'Anvils', type: 'new', closed_lost_reason: 'price' })
  await load('deal', { id: one, name: 'More anvils', closed_lost_reason: null })
  expect(await deal('name, type, closed_lost_reason')).toEqual([['More anvils', 'new', null]])
})

it('lets no older version win, however late it comes', async () => {
  await load('deal', { id: one, name: 'new', _version: '2024-05-02T00:00:00Z' })
  await load('deal', { id: one, name: 'new', _version: '2024-05-04T00:00:00Z' })
  const [late] = await load('deal', { id: one, name: 'old', _version: '2024-05-03T00:00:00Z' })
  expect(late).toMatchObject({ read: 1, unchanged: 1 })
  expect(await deal('name')).toEqual([['new']])
})

it('leaves a deleted record out until the source has it again', async () => {
  await load('deal', { id: one, name: 'Anvils' })
  await load('deal', { id: one, _deleted: 'true' })
  expect(await deal('name')).toEqual([])
  await load('deal', { id: one, type: 'renewed' })
  expect(await deal('name, type')).toEqual([['Anvils', 'renewed']])
})

it('counts what a load inserted, updated and left as it was', async () => {
  await load('deal', { id: `${one}a`, name: 'A' }, { id: `${one}b`, name: 'B' })
  const again = { id: `${one}c`, name: 'C', currency: 'EUR' }
  const reports = await load(
    'deal',
    { ...again, id: `${one}a`, name: 'A', currency: null },
    { ...again, id: `${one}b` },
    again,
    again,
  )
  expect(reports).toEqual([{ stream: 'deal', read: 4, inserted: 1, updated: 1, unchanged: 2, quarantined: 0 }])
})

it('keeps a row that it cannot read aside, with the line and the reason, and loads the others', async () => {
  const bad = { id: `${one}b`, amount_in_currency: 'lots', closed_at: null, _line: '7' }
  const worse = { id: `${one}c`, amount_in_currency: '1', closed_at: '31/12/2024', _line: '8' }
  const [report] = await load('deal', { ...bad, id: null }, bad, worse, {
    ...bad,
    id: `${one}d`,
    amount_in_currency: '1.5',
    _line: '9',
  })
  expect(report).toMatchObject({ read: 4, inserted: 1, quarantined: 3 })
  const found = await data.warehouse.quarantine(100)
  expect(
    found.filter((row) => row.recordId?.startsWith(one) || row.recordId === null).map((row) => [row.line, row.reason]),
  ).toEqual([
    [7, 'The record has no id.'],
    [7, "The column 'amount_in_currency' holds 'lots', which is not an amount."],
    [8, "The column 'closed_at' holds '31/12/2024', which is not a date and time like 2024-12-31T09:30:00Z."],
  ])
  expect((await data.warehouse.status()).quarantined).toBe(found.length)
})

const moments: readonly (readonly [what: string, landed: string, at: string | null, on: string | null])[] = [
  ['a bare day', '2024-03-31', '2024-03-30T23:00:00.000Z', '2024-03-31'],
  ['the last second before midnight', '2024-03-30T22:59:59Z', '2024-03-30T22:59:59.000Z', '2024-03-30'],
  ['midnight of the day that summer time starts', '2024-03-30T23:00:00Z', '2024-03-30T23:00:00.000Z', '2024-03-31'],
  ['midnight after it', '2024-03-31T22:00:00Z', '2024-03-31T22:00:00.000Z', '2024-04-01'],
  ['midnight after summer time ended', '2024-10-27T23:00:00Z', '2024-10-27T23:00:00.000Z', '2024-10-28'],
  ['an instant with an offset', '2024-07-01T01:00:00+05:30', '2024-06-30T19:30:00.000Z', '2024-06-30'],
  ['no instant', '', null, null],
]

it('stores the local day of each instant', async () => {
  await load('deal', ...moments.map(([name, landed]) => ({ id: `${one} ${name}`, name, closed_at: landed })))
  const found = new Map((await deal('name, closed_at, closed_on')).map(([name, ...times]) => [name, times]))
  for (const [name, , at, on] of moments) expect([name, found.get(name)]).toEqual([name, [at, on]])
})

it('converts money at the rate of the close day, the first rate before it, and none without one', async () => {
  const closing = (id: string, currency: string | null, closed_at: string | null) => ({
    id: one + id,
    amount_in_currency: '100',
    currency,
    closed_at,
  })
  await load(
    'deal',
    closing('a own', 'eur', null),
    closing('b none', null, null),
    closing('c before', 'USD', '2023-01-01'),
    closing('d on the day', 'USD', '2024-02-01'),
    closing('e unknown', 'ZZZ', '2024-02-01'),
  )
  expect((await deal('amount')).flat()).toEqual([100, 100, null, null, null])
  const rate = (id: string, rate: string, from: string) => ({ id, currency: 'USD', rate, valid_from_on: from })
  await load('exchange_rate', rate('late', '0.8', '2024-02-01'), rate('early', '0.9', '2024-01-01'))
  expect((await deal('amount')).flat()).toEqual([100, 100, 90, 80, null])
  expect((await data.warehouse.status()).notices).toEqual([
    'Deals without an amount, because there is no exchange rate for ZZZ: 1.',
  ])
})

it('knows the teams below a team, also when they are below each other', async () => {
  const team = (id: string, parent: string | null) => ({ id: one + id, name: id, parent_id: parent && one + parent })
  await load('team', team('a', null), team('b', 'a'), team('c', 'b'), team('x', 'y'), team('y', 'x'))
  const scope = await rowsOf(
    data,
    'SELECT right(team_id, 1), right(member_team_id, 1) FROM team_scope WHERE team_id <> member_team_id ORDER BY ALL',
  )
  expect(scope).toEqual([
    ['a', 'b'],
    ['a', 'c'],
    ['b', 'c'],
    ['x', 'y'],
    ['y', 'x'],
  ])
  expect((await data.warehouse.status()).notices).toContain(
    'These teams lie below themselves, so choosing one chooses all of them: x, y.',
  )
})

it('has a calendar of the account’s weeks and fiscal periods', async () => {
  const days = await rowsOf(
    data,
    `SELECT * FROM calendar WHERE day IN (DATE '2024-01-31', DATE '2024-02-04') ORDER BY day`,
  )
  expect(days).toEqual([
    ['2024-01-31', '2024-01-28', '2024-01-01', '2024-01-01', '2024-01-01', '2023-11-01', '2023-02-01'],
    ['2024-02-04', '2024-02-04', '2024-02-01', '2024-01-01', '2024-01-01', '2024-02-01', '2024-02-01'],
  ])
})

it('makes a stored fact anew for the records whose row or history changed', async () => {
  const done = () =>
    rowsOf(data, 'SELECT completed_on FROM completed_activity WHERE id = $1 AND unfinished IS NULL', [one])
  await load('activity', { id: one, type: 'TASK', task_status: 'COMPLETED', occurred_at: '2024-05-01' })
  expect(await done()).toEqual([['2024-05-01']])
  await load('property_change', {
    id: one,
    entity: 'activity',
    record_id: one,
    property: 'task_status',
    value: 'COMPLETED',
    changed_at: '2024-05-03',
  })
  expect(await done()).toEqual([['2024-05-03']])
  await load('activity', { id: one, task_status: 'NOT_STARTED' })
  expect(await done()).toEqual([])
})

it('makes a stored fact anew for a record that another one no longer belongs to', async () => {
  const answered = () =>
    rowsOf(data, `SELECT first_engagement_id FROM lead_response WHERE id LIKE $1 || '%' ORDER BY id`, [one])
  const contact = { owner_id: 'o', created_at: '2024-05-01' }
  await load('contact', { id: `${one}a`, ...contact }, { id: `${one}b`, ...contact })
  const call = { id: one, type: 'CALL', owner_id: 'o', occurred_at: '2024-05-02' }
  await load('activity', { ...call, contact_id: `${one}a` })
  expect(await answered()).toEqual([[one], [null]])
  await load('activity', { ...call, contact_id: `${one}b` })
  expect(await answered()).toEqual([[null], [one]])
})

it('has a typed column for a custom field, also from rows that were landed before it was defined', async () => {
  await load('deal', { id: one, score: '7.5' })
  const score = { entity: 'deal', name: 'score', kind: 'number', label: 'Score', custom: true } as const
  await data.landing.land('test', async (batch) => batch.define([score]))
  await data.warehouse.refresh()
  expect(await deal('score')).toEqual([[7.5]])
})
