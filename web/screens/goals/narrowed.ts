import type { Forecast, Goal } from '../../../src/store/index.ts'

export const times = ['now', 'coming', 'past', 'all'] as const
export type Time = (typeof times)[number]

/** What is running, coming or over on a day, of those whose names hold every word of the search. */
export function narrowed<T extends Goal | Forecast>(all: readonly T[], time: Time, search: string, today: string): T[] {
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean)
  return all.filter((each) => isIn(each, time, today) && wanted.every((word) => textOf(each).includes(word)))
}

/** The newest first, and in each period by whom it is for. */
export const inReading = <T extends Goal | Forecast>(all: readonly T[]): T[] =>
  all.toSorted((a, b) => (b.startsOn ?? '').localeCompare(a.startsOn ?? '') || whose(a).localeCompare(whose(b)))

const whose = ({ owner, team }: Goal | Forecast): string => owner ?? team ?? ''

function isIn({ startsOn, endsOn }: Goal | Forecast, time: Time, today: string): boolean {
  if (time === 'all' || startsOn === null || endsOn === null) return time === 'all'
  if (time === 'coming') return startsOn > today
  return time === 'past' ? endsOn < today : startsOn <= today && endsOn >= today
}

const textOf = (of: Goal | Forecast): string =>
  [of.owner, of.team, of.pipeline, 'name' in of ? of.name : of.note].join(' ').toLowerCase()
