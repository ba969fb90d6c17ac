import { describe, expect, it } from 'vitest'
import { linesOf } from './lines.ts'
import type { FileMapping } from './mapping.ts'
import { joined, placesTold, settledBy, toldIn } from './told.ts'

const name = 'deals.csv'
const closed = { field: 'closed_at', dates: 'day-first?' } as const
const deals: FileMapping = {
  records: 'deal',
  columns: { ID: 'id', Sum: { field: 'amount', decimal: ',' }, Closed: closed, Phase: 'stage' },
  stages: { Talk: 'open 25%', Offer: 'open 50%', Sign: 'open 75%', Won: 'won' },
}
const without = (header: string): FileMapping => {
  const { [header]: _, ...columns } = { ...deals.columns }
  return { ...deals, columns } as FileMapping
}
const changed = (columns: object, stages: object = deals.stages ?? {}): FileMapping =>
  ({ ...deals, columns: { ...deals.columns, ...columns }, stages }) as FileMapping

/** What is settled once a person changed what was concluded, and `next` was concluded in its place. */
function settled(shown: FileMapping | undefined, next: FileMapping | null) {
  const told = toldIn(shown, linesOf(deals))
  const conclusions = next ? new Map([[name, { mapping: next, told: [] }]]) : new Map()
  return settledBy(conclusions, new Map([[name, told]])).files[name]
}

describe('what a person told', () => {
  it('is nothing while nobody changes what was concluded', () => {
    expect(toldIn(deals, linesOf(deals))).toEqual(new Map())
    expect(settled(deals, null)).toBeUndefined()
    expect(settled(deals, without('Sum'))).toEqual(without('Sum'))
  })

  it('stays without the import that concluded the rest', () => {
    expect(settled(changed({ Sum: 'skip' }), null)).toEqual({ records: 'deal', columns: { Sum: 'skip' } })
  })

  it('of how a column is written stays with what the column is', () => {
    const dates = { field: 'closed_at', dates: 'day-first' }
    expect(settled(changed({ Closed: dates }), null)).toEqual({ records: 'deal', columns: { Closed: dates } })
  })

  it('of what a column is lets go of how another field was written', () => {
    expect(settled(changed({ Sum: 'name' }), deals)?.columns).toMatchObject({ Sum: 'name' })
  })

  it('of a stage keeps its place, and leaves the others to what is concluded', () => {
    const stages = { Talk: 'open 25%', Offer: 'open 40%', Sign: 'open 75%', Won: 'won' }
    const next = changed({}, { Talk: 'open 20%', Pilot: 'open 45%', Sign: 'open 80%', Won: 'won' })
    const found = settled(changed({}, stages), next)
    expect(Object.entries(found && 'stages' in found ? (found.stages ?? {}) : {})).toEqual([
      ['Talk', 'open 20%'],
      ['Offer', 'open 40%'],
      ['Sign', 'open 80%'],
      ['Pilot', 'open 45%'],
      ['Won', 'won'],
    ])
  })

  it('of the order of stages holds for all that stand there', () => {
    const stages = { Offer: 'open 50%', Talk: 'open 25%', Sign: 'open 75%', Won: 'won' }
    const found = settled(changed({}, stages), null)
    expect(Object.keys(found && 'stages' in found ? (found.stages ?? {}) : {})).toEqual(Object.keys(stages))
  })

  it('is to conclude anew what was struck out: a column, or all of a file', () => {
    expect(settled(without('Sum'), deals)).toEqual(without('Sum'))
    expect(settled(undefined, deals)).toBeUndefined()
    expect(settled({ records: '?' }, deals)).toBeUndefined()
  })

  it('of another kind of records takes the place of all that was concluded', () => {
    const people: FileMapping = { records: 'contact', columns: { ID: 'id' } }
    expect(settled(people, deals)).toEqual(people)
  })

  it('is not concluded by the import that was told so', () => {
    const told = new Map([[name, toldIn(changed({ Sum: 'skip' }), linesOf(deals))]])
    const landed = { mapping: changed({ Sum: 'skip' }), told: placesTold(told.get(name)) }
    const conclusions = new Map([[name, landed]])
    expect(settledBy(conclusions, told).files[name]).toEqual(changed({ Sum: 'skip' }))
    expect(settledBy(conclusions, new Map()).files[name]).toEqual(without('Sum'))
  })

  it('later takes the place of what was told before', () => {
    const first = new Map([[name, toldIn(changed({ Sum: 'skip', ID: 'skip' }), linesOf(deals))]])
    const later = new Map([[name, toldIn(changed({ Sum: 'name' }), linesOf(deals))]])
    const all = settledBy(new Map(), joined(first, later)).files[name]
    expect(all?.columns).toEqual({ Sum: 'name', ID: 'skip' })
  })
})
