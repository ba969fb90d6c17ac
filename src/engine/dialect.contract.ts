import { beforeAll, describe, expect, it } from 'vitest'
import type { Dialect } from '../facts/index.ts'
import { type Account, calendar, kindNames, periodColumns } from '../model/index.ts'
import { grains, periodsIn } from '../query/index.ts'
import type { Value, Warehouse } from './warehouse.ts'

type Words = (dialect: Dialect) => string

/** An instant and a day as a dialect reads them; whoever takes another word for granted tests nothing. */
const at = (instant: string) => (dialect: Dialect) => dialect.read('instant', `'${instant}'`, 'UTC')
const on = (day: string) => (dialect: Dialect) => dialect.read('day', `'${day}'`, 'UTC')
const money = (amount: string) => (dialect: Dialect) => dialect.read('money', `'${amount}'`, 'UTC')

const zone = 'Europe/Amsterdam'

const words: readonly (readonly [means: string, sql: Words, value: Value])[] = [
  ['text that holds another, whatever the case', ({ contains }) => contains("'ÄRGER'", "'ärg'"), true],
  ['a day as text', (d) => d.text(on('2024-02-29')(d), 'day'), '2024-02-29'],
  ['a whole number as text', (d) => d.text(d.integer('3'), 'number'), '3'],
  ['money as text without idle zeros', (d) => d.moneyText(money('250.50')(d)), '250.5'],
  ['whole money as text without a point', (d) => d.moneyText(money('100')(d)), '100'],
  ['a literal with a quote in it', ({ literal }) => literal("O'Hara"), "O'Hara"],
  ['money that is read', (d) => money('10.5')(d), 10.5],
  ['money that is none', (d) => money('much')(d), null],
  ['a number that is none', (d) => d.read('number', "'NaN'", 'UTC'), null],
  ['an empty text, which is no value', (d) => d.read('instant', "''", 'UTC'), null],
  ['an instant with an offset', at('2024-03-31T10:00:00+02:00'), '2024-03-31T08:00:00.000Z'],
  [
    'a day as the instant at which it begins',
    (d) => d.read('instant', "'2024-07-01'", zone),
    '2024-06-30T22:00:00.000Z',
  ],
  ['a quotient with its fraction', ({ real }) => `${real('1')} / 4`, 0.25],
  ['a number of so many places, halves up', ({ exact }) => exact('2.345', 18, 2), 2.35],
  ['a negative one, halves away from zero', ({ exact }) => exact('-2.345', 18, 2), -2.35],
  ['the smaller of two', ({ smaller }) => smaller('2', '1'), 1],
  ['the smaller of one', (d) => d.smaller(d.none('number'), '1'), 1],
  ['the larger of two', ({ larger }) => larger('2', '1'), 2],
  ['the larger of one', (d) => d.larger('1', d.none('number')), 1],
  ['milliseconds', (d) => d.millisecondsBetween(at('2024-01-01T00:00:01Z')(d), at('2024-01-01T00:00:00.5Z')(d)), -500],
  ['milliseconds to nowhere', (d) => d.millisecondsBetween(at('2024-01-01T00:00:00Z')(d), d.none('instant')), null],
  ['days over a leap day', (d) => d.daysBetween(on('2024-02-28')(d), on('2024-03-01')(d)), 2],
  ['days back', (d) => d.daysBetween(on('2024-03-01')(d), on('2024-02-29')(d)), -1],
  ['later', (d) => d.later(at('2024-01-01T00:00:00Z')(d), 1_500_000), '2024-01-01T00:00:01.500Z'],
  ['before', (d) => d.later(at('2024-01-01T00:00:00Z')(d), -1_000_000), '2023-12-31T23:59:59.000Z'],
  ['an instant before each', (d) => `${d.earliest('instant')} < ${at('1900-01-01T00:00:00Z')(d)}`, true],
  ['a day after each', (d) => `${d.latest('day')} > ${on('2150-01-01')(d)}`, true],
  ['a local day in winter', (d) => d.localDay(at('2024-01-01T23:00:00Z')(d), zone), '2024-01-02'],
  ['a local day in summer', (d) => d.localDay(at('2024-07-01T22:00:00Z')(d), zone), '2024-07-02'],
  [
    'the start of a day on which the clock goes on',
    (d) => d.startOfDay(on('2024-03-31')(d), zone),
    '2024-03-30T23:00:00.000Z',
  ],
  [
    'the start of a day that has no midnight',
    (d) => d.startOfDay(on('2018-11-04')(d), 'America/Sao_Paulo'),
    '2018-11-04T03:00:00.000Z',
  ],
]

/** Of groups: place, a value and a flag. */
const rows = (d: Dialect) => `(
  SELECT 1 AS place, ${d.none('number')} AS v, ${d.none('flag')} AS f UNION ALL SELECT 2, 4, FALSE
  UNION ALL SELECT 3, 1, TRUE UNION ALL SELECT 4, ${d.none('number')}, FALSE) AS rows_of_one`

const groups: readonly (readonly [means: string, sql: Words, value: Value])[] = [
  ['a median half way between two', ({ median }) => median('v'), 2.5],
  ['a percentile in between', ({ percentile }) => percentile('v', 0.9), 3.7],
  ['whether any', ({ any }) => any('f'), true],
  ['whether any, of none that knows', ({ any }) => any('CASE WHEN place = 1 THEN f END'), null],
  ['the first that has a value', ({ first }) => first('v', 'place'), 4],
]

/** What each word of a dialect means, and the calendar that goes with it. */
export function dialectContract(name: string, opened: () => Warehouse, account: Account) {
  let warehouse: Warehouse
  beforeAll(() => {
    warehouse = opened()
  })
  const column = { name: 'v', label: '', kind: 'text' } as const
  const table = async (sql: string) => (await warehouse.run({ sql, values: [], columns: [column] })).rows
  const value = async (sql: string) => (await table(sql))[0]?.[0]

  describe(`${name} means by its words`, () => {
    it.each(words)('%s', async (_means, sql, expected) => {
      expect(await value(`SELECT ${sql(warehouse.dialect)} AS v`)).toEqual(expected)
    })

    it.each(groups)('of a group: %s', async (_means, sql, expected) => {
      expect(await value(`SELECT ${sql(warehouse.dialect)} AS v FROM ${rows(warehouse.dialect)}`)).toEqual(expected)
    })

    it('of a window: the last that is known', async () => {
      const last = `${warehouse.dialect.lastKnown('v')} OVER (ORDER BY place)`
      expect(await table(`SELECT ${last} AS v FROM ${rows(warehouse.dialect)} ORDER BY place`)).toEqual([
        [null],
        [4],
        [1],
        [1],
      ])
    })

    it.each(kindNames)('a null of the kind %s', async (kind) => {
      expect(await value(`SELECT ${warehouse.dialect.none(kind)} AS v`)).toBeNull()
    })
  })

  it.each(grains)(`${name} has a calendar with each first day of a period, %s`, async (grain) => {
    const { quote } = warehouse.dialect
    const range = { from: '1999-12-27', until: '2032-01-01' }
    const day = quote(calendar.fields.day.name)
    const first = quote(periodColumns[grain])
    const within = `${day} >= ${on(range.from)(warehouse.dialect)} AND ${day} < ${on(range.until)(warehouse.dialect)}`
    const found = await table(`SELECT DISTINCT ${first} AS v FROM ${quote(calendar.name)} WHERE ${within} ORDER BY 1`)
    expect(found.map(([first]) => first)).toEqual(periodsIn(range, grain, account))
  })
}
