import { describe, expect, it } from 'vitest'
import { crm } from '../../model/index.ts'
import {
  allOf,
  type Condition,
  columns,
  count,
  type Expr,
  eq,
  filter,
  groupedBy,
  limited,
  measuring,
  moreThan,
  nothingAsked,
  or,
  rewritten,
  sum,
  withMargins,
} from '../../query/index.ts'
import { duckdb } from '../duckdb/dialect.ts'
import { compileListing, compileQuery } from './compile.ts'

const d = columns(crm.deal)
const measure = (key: string, value: ReturnType<typeof count>) =>
  ({ key, label: key, kind: 'number', doc: '', value, better: null }) as const
const byType = { name: 'by', key: d.type, label: d.type, order: null } as const

describe('A printed query', () => {
  it('groups by key, ranks by margins and keeps text and values apart', () => {
    const { sql, values } = compileQuery(
      rewritten(
        allOf('deal'),
        filter(or(eq(d.owner.name, "O'Hara"), moreThan(d.amount, 5))),
        groupedBy(byType),
        measuring([measure('n', count()), measure('s', sum(d.amount, eq(d.owner.name, "O'Hara")))]),
        withMargins,
        limited({ group: 'by', most: 3, by: 'n', descending: true }),
      ),
      crm,
      duckdb,
    )
    expect(values).toEqual(["O'Hara", 5])
    expect(sql).not.toContain('Hara')
    expect(sql.match(/LEFT JOIN "owner"/g)).toHaveLength(1)
    expect(sql).toContain('GROUP BY CUBE ("t"."type")')
    expect(sql).toMatch(/LIMIT 3\)\)$/)
  })

  it('has what has signs in parentheses inside what has signs', () => {
    const flag = (fn: 'known' | 'not' | 'eq', ...args: readonly Expr[]): Condition => ({
      op: 'call',
      fn,
      args,
      kind: 'flag',
    })
    const won = d.stage.isWon
    const printed = (condition: Condition) =>
      compileQuery(rewritten(allOf('deal'), filter(condition), measuring([measure('n', count())])), crm, duckdb).sql
    expect(printed(flag('known', flag('not', won)))).toContain('(NOT coalesce("t.stage"."is_won", FALSE)) IS NOT NULL')
    expect(printed(flag('eq', won, flag('known', won)))).toContain(
      '"t.stage"."is_won" = ("t.stage"."is_won" IS NOT NULL)',
    )
    expect(printed(flag('eq', flag('eq', won, won), won))).toContain(
      '("t.stage"."is_won" = "t.stage"."is_won") = "t.stage"."is_won"',
    )
  })

  it('of nothing grouped has one row, of level 0', () => {
    const { sql, columns } = compileQuery(rewritten(allOf('deal'), measuring([measure('n', count())])), crm, duckdb)
    expect(sql).not.toContain('GROUP BY')
    expect(columns.map(({ name }) => name)).toEqual(['n', 'level'])
  })
})

describe('A printed listing', () => {
  it('cuts the page before it joins what is only shown', () => {
    const { sql } = compileListing(
      {
        from: 'deal',
        asked: nothingAsked,
        where: [],
        columns: [{ path: 'owner.name', label: '', value: d.owner.name }],
        order: [{ by: d.closedOn, descending: true }],
        limit: 10,
        offset: 20,
      },
      crm,
      duckdb,
    )
    expect(sql.indexOf('LIMIT 10 OFFSET 20')).toBeLessThan(sql.indexOf('LEFT JOIN "owner"'))
    expect(sql.match(/ORDER BY "t"."closed_on" DESC NULLS LAST, "t"."id"/g)).toHaveLength(2)
  })
})
