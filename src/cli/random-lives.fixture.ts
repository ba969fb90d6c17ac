import { fc } from '../../fixtures/seeded.ts'

/** What a deal is, as a file shows it. */
export interface State {
  readonly stage: string
  readonly amount: string
  readonly closes: string
}

export interface Life {
  readonly id: string
  readonly currency: string
  /** In the order of their time; the first one is the creation. */
  readonly events: readonly { readonly at: string; readonly state: State }[]
}

interface Step {
  readonly hours: number
  readonly change: 'stage' | 'close' | 'amount' | 'date'
  readonly open: string
  readonly closed: string
  readonly amount: string
  readonly days: number
}

const openStages = ['Lead', 'Demo', 'Contract']

const step: fc.Arbitrary<Step> = fc.record({
  hours: fc.integer({ min: 1, max: 1500 }),
  change: fc.constantFrom('stage', 'stage', 'close', 'amount', 'date'),
  open: fc.constantFrom(...openStages),
  closed: fc.constantFrom('Closed won', 'Closed lost'),
  amount: fc.constantFrom('', '0', '100', '250.5', '4000'),
  days: fc.integer({ min: 1, max: 200 }),
})

const instant = (hours: number) => Temporal.Instant.from('2022-01-01T00:30:00Z').add({ hours }).toString()
const later = (at: string, days: number) => Temporal.PlainDate.from(at.slice(0, 10)).add({ days }).toString()

/** A deal that closes takes the day as its close date, and one that opens again gets a new one. */
function next(before: State, at: string, { change, open, closed, amount, days }: Step): State {
  const wasOpen = openStages.includes(before.stage)
  switch (change) {
    case 'amount':
      return { ...before, amount }
    case 'date':
      return wasOpen ? { ...before, closes: later(at, days) } : before
    case 'close':
      return { ...before, stage: closed, closes: before.stage === closed ? before.closes : at.slice(0, 10) }
    case 'stage':
      return { ...before, stage: open, closes: wasOpen ? before.closes : later(at, days) }
  }
}

function lived(id: string, currency: string, from: number, first: Step, steps: readonly Step[]): Life {
  let [hours, state] = [
    from,
    { stage: first.open, amount: first.amount, closes: later(instant(from), first.days) } as State,
  ]
  const events = [{ at: instant(hours), state }]
  for (const one of steps) {
    hours += one.hours
    state = next(state, instant(hours), one)
    if (hours < twoYears) events.push({ at: instant(hours), state })
  }
  return { id, currency, events }
}

const twoYears = 24 * 730
const life = fc.tuple(
  fc.constantFrom('EUR', 'USD'),
  fc.integer({ min: 0, max: twoYears - 1 }),
  step,
  fc.array(step, { maxLength: 14 }),
)

/** Deals of two years. */
export const lives = fc
  .array(life, { minLength: 40, maxLength: 40 })
  .map((all) => all.map(([currency, from, first, steps], at) => lived(String(at + 1), currency, from, first, steps)))

/** The last days of the months of both years. */
export const monthEnds = Array.from({ length: 24 }, (_, month) =>
  Temporal.PlainDate.from('2022-02-01').add({ months: month }).subtract({ days: 1 }).toString(),
)

/** What a deal was at the end of a day; null before it was created. */
export const stateOn = ({ events }: Life, day: string): State | null =>
  events.findLast(({ at }) => at.slice(0, 10) <= day)?.state ?? null

/** The list of deals as it was on a day, under a name that tells the day. */
export function listOn(day: string, all: readonly Life[]): readonly [name: string, text: string] {
  const rows = all.flatMap((life) => {
    const state = stateOn(life, day)
    const cells = [
      life.id,
      `Deal ${life.id}`,
      state?.stage,
      state?.amount,
      life.currency,
      life.events[0]?.at,
      state?.closes,
    ]
    return state ? [cells.join()] : []
  })
  return [`deals-${day}.csv`, ['Deal ID,Deal name,Stage,Amount,Currency,Created,Close date', ...rows, ''].join('\n')]
}

const told = [
  ['Stage', 'stage'],
  ['Amount', 'amount'],
  ['Close date', 'closes'],
] as const

/** All changes of a month, as a log tells them. */
export function logOf(month: string, all: readonly Life[]): readonly [name: string, text: string] {
  const rows = all.flatMap(({ id, events }) =>
    events.flatMap(({ at, state }, place) =>
      told.flatMap(([field, key]) => {
        const before = events[place - 1]?.state[key] ?? ''
        return at.startsWith(month) && before !== state[key] ? [[id, field, before, state[key], at].join()] : []
      }),
    ),
  )
  return [`changes of ${month}.csv`, ['Deal ID,Field,Old value,New value,Changed at', ...rows, ''].join('\n')]
}
