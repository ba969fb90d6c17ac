import { afterAll, describe, expect, it } from 'vitest'
import { exampleFolder } from '../../fixtures/example-folder.ts'
import { fc } from '../../fixtures/seeded.ts'
import { sightOf, viewerSeeing } from '../../fixtures/viewers.ts'
import type { Sight } from '../query/index.ts'
import { ask } from './ask.ts'
import { type Asking, presentText } from './asking.ts'
import { finished } from './finished.ts'
import type { Question } from './question/question.ts'

const folder = await exampleFolder({
  owner: {
    columns: ['id', 'name', 'active'],
    rows: [
      ['ann', 'Ann', 'true'],
      ['bob', 'Bob', 'true'],
    ],
  },
  deal: { columns: ['id', 'owner_id', 'created_at'], rows: [['d0', 'ann', '2024-03-05T12:00:00Z']] },
})
afterAll(() => folder.remove())
const { landing, warehouse } = folder.data

const sights: readonly Sight[] = ['everything', sightOf(['ann']), sightOf(['bob'])]
const questions: readonly (readonly [string, Question])[] = [
  ['sales/deals-created', { range: 'all-time', by: 'owner' }],
  ['sales/deals-created', { range: 'this-month-so-far' }],
  ['sales/deals-created', { range: 'today' }],
  ['sales/deals-won-and-lost', {}],
]

type Step =
  | { readonly does: 'ask'; readonly what: number; readonly sight: number }
  | { readonly does: 'wait'; readonly minutes: number }
  | { readonly does: 'land'; readonly owner: string; readonly hoursAhead: number }
  | { readonly does: 'load' }

const asks = fc.record({ does: fc.constant('ask' as const), what: fc.nat(questions.length - 1), sight: fc.nat(2) })
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: asks },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('wait' as const), minutes: fc.constantFrom(0.2, 1, 90, 1440) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('land' as const),
      owner: fc.constantFrom('ann', 'bob'),
      hoursAhead: fc.integer({ min: -1, max: 1 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ does: 'load' } as const) },
)

let now = Temporal.Instant.from('2024-03-20T09:00:00Z')
let deals = 0
const askingAs = (sight: number): Asking => ({
  ...folder.asking('2024-03-20'),
  now: () => now,
  viewer: viewerSeeing(sights[sight] ?? 'everything'),
})

async function landDeal(owner: string, hoursAhead: number): Promise<void> {
  deals += 1
  const deal = { id: `d${deals}`, owner_id: owner, created_at: now.add({ hours: hoursAhead }).toString() }
  await landing.land('test', (batch) => batch.write('deal', Object.keys(deal), [deal]))
}

const told = new Map<string, unknown>()

/** The second one is at hand, and as good as one that is made now; and what has a tag is what had it before. */
async function answersAlike(what: number, sight: number): Promise<void> {
  const [id, question] = questions[what] ?? ['', {}]
  const asking = askingAs(sight)
  const make = () => ask(asking, id, question)
  const kept = await finished(asking, [id, question], make, JSON.stringify)
  expect(await finished(asking, [id, question], make, JSON.stringify)).toBe(kept)
  const { tookMs: _, ...fresh } = JSON.parse(JSON.stringify(await make()))
  const { tookMs: __, ...served } = JSON.parse(Buffer.from(kept.text).toString())
  expect(served).toEqual(fresh)
  const { statements: ___, ...figures } = served
  expect(told.get(kept.tag) ?? figures).toEqual(figures)
  told.set(kept.tag, figures)
}

async function take(step: Step): Promise<unknown> {
  switch (step.does) {
    case 'ask':
      return answersAlike(step.what, step.sight)
    case 'wait':
      now = now.add({ seconds: step.minutes * 60 })
      return
    case 'land':
      return landDeal(step.owner, step.hoursAhead)
    case 'load':
      return warehouse.refresh()
  }
}

describe('a finished answer', () => {
  it('is what a new one would be, whoever asks, whatever was landed or loaded, however late it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30 }), async (steps) => {
        for (const each of steps) await take(each)
      }),
      { numRuns: Number(process.env.PLUMBLINE_LAW_RUNS ?? 4) },
    )
  })

  it('has the same tag a minute later where it says the same, and another where it does not', async () => {
    const tagOf = async (asking: Asking, question: Question) =>
      (await finished(asking, question, () => ask(asking, 'sales/deals-created', question), JSON.stringify)).tag
    const [soon, later] = [askingAs(0), { ...askingAs(0), now: () => now.add({ minutes: 1 }) }]
    const question: Question = { range: 'this-month-so-far' }
    const { statements } = await ask(soon, 'sales/deals-created', question)
    expect(statements[0]?.values).toContain(presentText(soon))
    expect(await tagOf(later, question)).toBe(await tagOf(soon, question))
    expect(await tagOf(soon, { range: 'today' })).not.toBe(await tagOf(soon, question))
  })
})
