import { describe, expect, it } from 'vitest'
import type { KnownRecord } from './known.ts'
import { pipelines } from './pipelines.ts'
import { register } from './register.ts'
import { meaningFrom, type StageMeaning } from './stages.ts'

const there = (id: string, name: string, order: number, is: 'open' | 'lost', isListed: boolean): KnownRecord => ({
  id,
  name,
  parent: id.split('.')[0] ?? '',
  stage: {
    order,
    probability: is === 'open' ? 40 : 0,
    isClosed: is === 'lost',
    isWon: false,
    hasCreated: false,
    isListed,
  },
})

const known = (isListed: boolean) => [
  there('renewals.offered', 'Offered', 7, 'open', isListed),
  there('renewals.ended', 'Ended', 9, 'lost', isListed),
  there('sales.demo', 'Demo', 2, 'open', isListed),
  there('renewals.demo', 'Demo', 3, 'open', isListed),
]

const registered = () =>
  register(
    ['Sales', 'Renewals'].map((name) => ({ id: name.toLowerCase(), name })),
    true,
  )

const told = (...stages: readonly (readonly [string, string])[]) =>
  new Map(
    stages.flatMap(([label, text]): [string, StageMeaning][] => {
      const meaning = meaningFrom(text)
      return meaning ? [[label, meaning]] : []
    }),
  )

describe('a stage that a list of stages told', () => {
  it('stays where it stands when a later file of deals names it', () => {
    const ways = pipelines(told(['Ended', 'lost'], ['Offered', 'open 40%']), registered(), known(true))
    expect([ways.stageOf('renewals', 'Ended'), ways.stageOf('renewals', 'Offered')]).toEqual([
      'renewals.ended',
      'renewals.offered',
    ])
    expect([ways.isClosed('renewals.ended'), ways.rows()]).toEqual([true, []])
  })

  it('is what the mapping says where that was changed', () => {
    const ways = pipelines(told(['Ended', 'open 90%']), registered(), known(true))
    ways.stageOf('renewals', 'Ended')
    expect(ways.rows().map(({ id, is_closed }) => [id, is_closed])).toEqual([['renewals.ended', 'false']])
  })
})

describe('a stage that a history names without a pipeline', () => {
  it('is the only one of its name', () => {
    expect(pipelines(new Map(), registered(), known(false)).stageThen(null, 'offered')).toBe('renewals.offered')
  })

  it('is made in the pipeline of deals that name none where several have it', () => {
    expect(pipelines(new Map(), registered(), known(false)).stageThen(null, 'Demo')).toBe('sales-pipeline.demo')
  })
})
