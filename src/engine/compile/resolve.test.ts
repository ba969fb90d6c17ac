import { describe, expect, it } from 'vitest'
import { crm } from '../../model/index.ts'
import {
  allOf,
  askedWith,
  average,
  type Column,
  columns,
  count,
  dimension,
  eq,
  filter,
  groupedBy,
  isPast,
  measuring,
  overTime,
  type Query,
  rewritten,
} from '../../query/index.ts'
import { resolveQuery } from './resolve.ts'

const d = columns(crm.deal)
const resolved = (...rewrites: Parameters<typeof rewritten>[1][]) =>
  resolveQuery(rewritten(allOf('deal'), ...rewrites), crm)
const measure = (value: Query['measure'][number]['value']) =>
  measuring([{ key: 'm', label: '', kind: 'number', doc: '', value, better: null }])

describe('Resolving', () => {
  it('finds the relations that a column is reached over', () => {
    expect(resolved(filter(eq(d.owner.team.name, 'West'))).where).toMatchObject([
      {
        fn: 'eq',
        args: [
          {
            op: 'column',
            name: 'name',
            along: [
              { name: 'owner', via: 'owner_id', to: 'owner' },
              { name: 'team', via: 'main_team_id', to: 'team' },
            ],
          },
          { op: 'literal', value: 'West' },
        ],
      },
    ])
  })

  it.each<[string, readonly string[]]>([
    ['a field', ['nothing']],
    ['a relation', ['nobody', 'name']],
    ['a field of a relation', ['owner', 'nothing']],
  ])('fails over %s that is not there', (_what, path) => {
    const column: Column = { op: 'column', path, kind: 'text' }
    expect(() => resolved(filter(eq(column, 'x')))).toThrow(/deal/)
  })

  it('settles what the question knows: the present', () => {
    expect(resolved(askedWith({ now: '2024-01-01T00:00:00Z' }), filter(isPast(d.closedAt))).where).toMatchObject([
      { fn: 'lte', args: [{ name: 'closed_at' }, { value: '2024-01-01T00:00:00Z', kind: 'instant' }] },
    ])
  })

  it('makes of a period a column of the calendar, and of a day itself', () => {
    const keyOf = (grain: 'daily' | 'quarterly') => resolved(overTime(d.closedOn, grain)).groups[0]?.key
    expect(keyOf('daily')).toMatchObject({ op: 'column', name: 'closed_on' })
    expect(keyOf('quarterly')).toMatchObject({ op: 'period', column: 'quarter', day: { name: 'closed_on' } })
  })

  it('looks a label up in the table of the record that the key names, and takes any other from the rows', () => {
    const labelOf = (path: string) => {
      const group = dimension(crm, crm.deal, 'by', path)
      return group && resolved(groupedBy(group)).groups[0]?.label
    }
    expect(labelOf('owner')).toEqual({ from: 'table', table: 'owner', parts: [{ part: 'label', value: 'name' }] })
    expect(labelOf('owner.team')).toMatchObject({ from: 'table', table: 'team' })
    expect(labelOf('type')).toMatchObject({ from: 'rows', parts: [{ value: { name: 'type' } }] })
  })

  it('knows what an aggregate reads, and whether it counts rows', () => {
    const figureOf = (value: Parameters<typeof measure>[0]) => resolved(measure(value)).measures[0]?.figure
    expect(figureOf(count())).toMatchObject({ countsRows: true, terms: new Map() })
    const { countsRows, terms } = figureOf(average(d.amount, eq(d.type, 'new'))) ?? {}
    expect([countsRows, [...(terms?.values() ?? [])].map(({ op }) => op)]).toEqual([false, ['column', 'call']])
  })
})
