import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exampleAccount } from '../../fixtures/example-folder.ts'
import { crm, type Model } from '../model/index.ts'
import {
  allOf,
  always,
  and,
  asText,
  atLeast,
  average,
  type Condition,
  calendarDaysBetween,
  columns,
  contains,
  count,
  daysBetween,
  dimension,
  type Expr,
  eq,
  floored,
  folded,
  type Grain,
  groupedBy,
  hasAny,
  known,
  lessThan,
  limited,
  manyOf,
  measuring,
  median,
  moreThan,
  never,
  noLessThan,
  not,
  nothingAsked,
  oneOf,
  or,
  overTime,
  percentile,
  type Query,
  rewritten,
  same,
  share,
  sum,
  sumKnown,
  within,
  withMargins,
} from '../query/index.ts'
import type { SmallTable } from '../reports/index.ts'
import { compileListing, compileQuery } from './compile/index.ts'
import { dialectContract } from './dialect.contract.ts'
import type { Table, Value, Warehouse } from './warehouse.ts'

const d = columns(crm.deal)
const a = columns(crm.activity)

const given: Readonly<Record<string, SmallTable>> = {
  owner: {
    columns: ['id', 'name', 'active'],
    rows: [
      ['ann', 'Ann', 'true'],
      ['bob', 'Bob’s "x"', 'false'],
    ],
  },
  activity: {
    columns: ['id', 'type', 'deal_id', 'owner_id', 'call_duration'],
    rows: [
      ['a', 'CALL', '1', 'ann', '60000'],
      ['b', 'CALL', '1', 'bob', null],
      ['c', 'EMAIL', '1', 'ann', null],
      ['d', 'CALL', '3', 'bob', '5000'],
      ['e', 'NOTE', null, 'ann', null],
    ],
  },
  deal: {
    columns: ['id', 'name', 'owner_id', 'amount_in_currency', 'created_at', 'closed_at', 'type'],
    rows: [
      ['1', 'Alder', 'ann', '10.5', '2024-01-01T12:00:00Z', '2024-01-02T00:00:00Z', ' New '],
      ['2', "O'Birch", 'ann', '20', '2023-12-31T23:30:00Z', null, 'new'],
      ['3', '%_\\', 'bob', null, '2024-02-29T12:00:00Z', '2024-02-28T12:00:00Z', ''],
      ['4', null, null, '-4', '2024-03-31T12:00:00Z', null, null],
      ['5', 'ÄRGER', 'gone', '0', null, null, 'Old'],
    ],
  },
}

/** What every engine must do alike. `open` makes a warehouse of these tables, in Amsterdam and in euros. */
export function engineContract(
  name: string,
  open: (
    given: Readonly<Record<string, SmallTable>>,
  ) => Promise<{ readonly warehouse: Warehouse; readonly close: () => Promise<void> }>,
) {
  const model: Model = crm
  let warehouse: Warehouse
  let close: () => Promise<void>
  beforeAll(async () => {
    const opened = await open(given)
    warehouse = opened.warehouse
    close = opened.close
  })
  afterAll(() => close())

  dialectContract(name, () => warehouse, exampleAccount)

  const ran = (query: Query) => warehouse.run(compileQuery(query, model, warehouse.dialect))
  const listing = (where: readonly Condition[], value: Expr) =>
    compileListing(
      {
        from: 'deal',
        asked: nothingAsked,
        where,
        columns: [{ path: 'value', label: '', value }],
        order: [],
        limit: null,
        offset: 0,
      },
      model,
      warehouse.dialect,
    )
  const idsWhere = async (condition: Condition) =>
    (await warehouse.run(listing([condition], d.id))).rows.map(([id]) => id)
  const valuesOf = async (value: Expr) => (await warehouse.run(listing([], value))).rows.map((row) => row[1])
  const all = ['1', '2', '3', '4', '5']

  describe(`${name} keeps rows`, () => {
    it.each<[string, Condition, readonly string[]]>([
      ['equal', eq(d.name, "O'Birch"), ['2']],
      ['that are text as it is written', eq(d.name, '%_\\'), ['3']],
      ['of a value that looks like SQL', eq(d.name, "x' OR '1'='1"), []],
      ['the same as null', same(d.name, null), ['4']],
      ['above', moreThan(d.amount, 10), ['1', '2']],
      ['from', atLeast(d.amount, 0), ['1', '2', '5']],
      ['below', lessThan(d.amount, 0), ['4']],
      ['one of', oneOf(d.name, ['Alder', 'ÄRGER', 'nobody']), ['1', '5']],
      ['one of none', oneOf(d.name, []), []],
      ['known', known(d.amount), ['1', '2', '4', '5']],
      ['not known', not(known(d.amount)), ['3']],
      ['not, counting null as no', not(moreThan(d.amount, 10)), ['3', '4', '5']],
      ['that contain, ignoring case', contains(d.name, 'ärg'), ['5']],
      ['that contain a wildcard as it is', contains(d.name, '%'), ['3']],
      ['and', and(known(d.name), moreThan(d.amount, 15)), ['2']],
      ['or', or(eq(d.name, 'Alder'), lessThan(d.amount, 0)), ['1', '4']],
      ['always', always, all],
      ['never', never, []],
      ['of a record they refer to', eq(d.owner.active, false), ['3']],
      ['that have any other that …', hasAny('activity', 'deal_id', eq(a.owner.name, 'Ann')), ['1']],
      ['of local days', within(d.createdOn, { from: '2024-01-01', until: '2024-02-29' }), ['1', '2']],
    ])('%s', async (_what, condition, expected) => {
      expect(await idsWhere(condition)).toEqual(expected)
    })
  })

  describe(`${name} gives values`, () => {
    it.each<[string, Expr, readonly Value[]]>([
      ['text', d.name, ['Alder', "O'Birch", '%_\\', null, 'ÄRGER']],
      ['money', d.amount, [10.5, 20, null, -4, 0]],
      ['days', d.createdOn, ['2024-01-01', '2024-01-01', '2024-02-29', '2024-03-31', null]],
      [
        'instants',
        d.createdAt,
        [
          '2024-01-01T12:00:00.000Z',
          '2023-12-31T23:30:00.000Z',
          '2024-02-29T12:00:00.000Z',
          '2024-03-31T12:00:00.000Z',
          null,
        ],
      ],
      ['flags', d.owner.active, [true, true, false, null, null]],
      ['folded', folded(d.type), ['new', 'new', null, null, 'old']],
      ['days as text', asText(d.createdOn), ['2024-01-01', '2024-01-01', '2024-02-29', '2024-03-31', null]],
      ['flags as text', asText(d.owner.active), ['true', 'true', 'false', null, null]],
      ['parts of days', daysBetween(d.createdAt, d.closedAt), [0.5, null, -1, null, null]],
      ['whole days', floored(daysBetween(d.createdAt, d.closedAt)), [0, null, -1, null, null]],
      ['calendar days', calendarDaysBetween(d.createdOn, d.closedOn), [1, null, -1, null, null]],
      ['figures over many others', manyOf('activity', 'deal_id'), [3, 0, 1, 0, 0]],
      ['figures over some of them', manyOf('activity', 'deal_id', eq(a.type, 'CALL')), [2, 0, 1, 0, 0]],
      [
        'sums over many',
        { ...manyOf('activity', 'deal_id'), value: sumKnown(a.callDuration) },
        [60000, null, 5000, null, null],
      ],
      ['with a floor', noLessThan(daysBetween(d.createdAt, d.closedAt), 0), [0.5, null, 0, null, null]],
    ])('%s', async (_what, expr, expected) => {
      expect(await valuesOf(expr)).toEqual(expected)
    })
  })

  const measure = (key: string, value: Query['measure'][number]['value']) => ({
    key,
    label: key,
    kind: 'number' as const,
    doc: '',
    value,
    better: null,
  })

  describe(`${name} aggregates`, () => {
    it.each([
      ['a count', count(), 5],
      ['a count of some', count(known(d.closedOn)), 2],
      ['a sum without the nulls', sum(d.amount), 26.5],
      ['a sum of nothing', sum(d.amount, never), 0],
      ['an average over what is known', average(d.amount), 6.625],
      ['an average of nothing', average(d.amount, never), null],
      ['a median', median(d.amount), 5.25],
      ['a percentile, between the values', percentile(d.amount, 0.9), 17.15],
      ['a percentile of nothing', percentile(d.amount, 0.9, never), null],
      [
        'a sum over rows that have many others, each row once',
        sum(d.amount, hasAny('activity', 'deal_id', known(a.type))),
        10.5,
      ],
      ['a share', share(count(known(d.closedOn)), count()), 40],
      ['a share of nothing', share(count(), count(never)), null],
    ] as const)('%s', async (_what, value, expected) => {
      const { rows } = await ran(rewritten(allOf('deal'), measuring([measure('m', value)])))
      expect(rows[0]?.[0]).toEqual(expected)
    })
  })

  const byOwner = dimension(model, crm.deal, 'by', 'owner')
  const grouped = (...more: Parameters<typeof rewritten>[1][]) =>
    rewritten(
      allOf('deal'),
      measuring([measure('n', count()), measure('s', sum(d.amount))]),
      ...(byOwner ? [groupedBy(byOwner)] : []),
      ...more,
    )
  const cells = ({ columns, rows }: Table, ...names: readonly string[]) =>
    rows
      .map((row) => names.map((name) => row[columns.findIndex((column) => column.name === name)] ?? null))
      .sort((a, b) => String(a).localeCompare(String(b)))

  describe(`${name} groups`, () => {
    it('by a record, with its label; missing and unknown ones apart', async () => {
      expect(cells(await ran(grouped()), 'by_key', 'by_label', 'n')).toEqual([
        [null, null, 1],
        ['ann', 'Ann', 2],
        ['bob', 'Bob’s "x"', 1],
        ['gone', null, 1],
      ])
    })

    it('with totals from the same rows, told apart from groups without a key', async () => {
      const table = await ran(grouped(withMargins))
      expect(cells(table, 'level', 'by_key', 'n', 's')).toEqual([
        [0, null, 1, -4],
        [0, 'ann', 2, 30.5],
        [0, 'bob', 1, 0],
        [0, 'gone', 1, 0],
        [1, null, 5, 26.5],
      ])
    })

    it('with a limit that says how many there are and keeps the total', async () => {
      const table = await ran(grouped(withMargins, limited({ group: 'by', most: 1, by: 'n', descending: true })))
      expect(cells(table, 'level', 'by_key', 'by_groups')).toEqual([
        [0, 'ann', 4],
        [1, null, 4],
      ])
    })

    it.each<[Grain, readonly (string | null)[]]>([
      ['daily', [null, '2024-01-01', '2024-02-29', '2024-03-31']],
      ['weekly', [null, '2024-01-01', '2024-02-26', '2024-03-25']],
      ['monthly', [null, '2024-01-01', '2024-02-01', '2024-03-01']],
      ['quarterly', [null, '2024-01-01']],
      ['yearly', [null, '2024-01-01']],
    ])('by period, %s', async (grain, expected) => {
      const table = await ran(
        rewritten(allOf('deal'), measuring([measure('n', count())]), overTime(d.createdOn, grain)),
      )
      expect(
        cells(table, 'period_key')
          .map(([key]) => key)
          .sort(),
      ).toEqual([...expected].sort())
    })
  })

  describe(`${name} is safe`, () => {
    it.each(['DROP TABLE deal', 'UPDATE deal SET name = NULL', "COPY deal TO 'x'", 'SELECT 1; DROP TABLE deal'])(
      'and refuses to run %s',
      async (sql) => {
        await expect(warehouse.run({ sql, values: [], columns: [] })).rejects.toThrow()
        expect(await idsWhere(always)).toEqual(all)
      },
    )

    it('streams the same rows that it runs', async () => {
      const statement = listing([], d.name)
      const streamed: (readonly Value[])[] = []
      for await (const batch of warehouse.reading((ask) => ask(statement))) streamed.push(...batch)
      expect(streamed).toEqual((await warehouse.run(statement)).rows)
    })

    it('explains a statement without running it', async () => {
      expect((await warehouse.explain(listing([], d.name))).length).toBeGreaterThan(10)
    })

    it('ends a question that nobody waits for', async () => {
      const gone = AbortSignal.abort()
      await expect(warehouse.run(listing([], d.name), gone)).rejects.toThrow()
    })
  })
}
