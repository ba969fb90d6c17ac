import { describe, expect, it } from 'vitest'
import { crm } from '../../model/index.ts'
import {
  allOf,
  among,
  columns,
  count,
  eq,
  filter,
  measuring,
  nothingAsked,
  or,
  overTime,
  type Query,
  rewritten,
  sum,
} from '../../query/index.ts'
import { planListing, planOf, termsOfQuery } from './plan.ts'
import { resolveListing, resolveQuery } from './resolve.ts'

const d = columns(crm.deal)
const planned = (...rewrites: Parameters<typeof rewritten>[1][]) => {
  const query = resolveQuery(rewritten(allOf('deal'), ...rewrites), crm)
  return planOf(query.source, termsOfQuery(query))
}
const measure = (value: Query['measure'][number]['value']) =>
  measuring([{ key: 'm', label: '', kind: 'number', doc: '', value, better: null }])

describe('A plan', () => {
  it('joins each thing once, after what it is joined to', () => {
    const { joins } = planned(filter(eq(d.owner.team.name, 'West'), eq(d.owner.active, true), eq(d.owner.team.id, 'x')))
    expect(joins.map(({ alias }) => alias)).toEqual(['t.owner', 't.owner.team'])
  })

  it('joins the record before the calendar of one of its days', () => {
    const { joins } = planned(overTime(d.contact.createdOn, 'monthly'))
    expect(joins.map(({ kind, alias }) => [kind, alias])).toEqual([
      ['record', 't.contact'],
      ['calendar', 'calendar of t.contact.created_on'],
    ])
  })

  it('joins one list for the same texts among the same values', () => {
    const some = among(d.type, ['a', 'b'])
    expect(planned(filter(or(some, some), some, among(d.name, ['a', 'b']))).joins).toHaveLength(2)
  })

  it('tells which columns of the rows are used: also those that relations are reached over, and the id where rows are counted', () => {
    const usedBy = (...of: Parameters<typeof planned>) => [...planned(...of).used].sort()
    expect(usedBy(measure(sum(d.amount)), filter(eq(d.owner.name, 'Ann')))).toEqual(['amount', 'owner_id'])
    expect(usedBy(measure(count()))).toEqual(['id'])
  })

  it('of a page reads in the rows all that is shown of them, and joins there only what they are chosen and ordered by', () => {
    const listing = {
      from: 'deal',
      asked: nothingAsked,
      where: [eq(d.stage.isWon, true)],
      columns: [{ path: 'owner.name', label: '', value: d.owner.name }],
      order: [{ by: d.closedOn, descending: true }],
      limit: 50,
      offset: 0,
    }
    const { rows, shown } = planListing(resolveListing(listing, crm))
    expect([rows, shown].map(({ joins }) => joins.map(({ alias }) => alias))).toEqual([['t.stage'], ['t.owner']])
    expect([...rows.used].sort()).toEqual(['closed_on', 'id', 'owner_id', 'stage_id'])
  })
})
