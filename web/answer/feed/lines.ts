/** A day with entries, the newest day first. */
export interface FeedDay {
  readonly day: string
  readonly count: number
}

export type Line =
  | { readonly kind: 'day'; readonly day: FeedDay }
  /** The place of an entry in the list of records. */
  | { readonly kind: 'entry'; readonly place: number }

/** The lines of a feed by their place: before the entries of each day stands the day. */
export interface Lines {
  readonly count: number
  readonly at: (line: number) => Line
  /** The day that a line belongs to. */
  readonly dayAt: (line: number) => FeedDay | null
}

/** Any number of entries: a line is found among the days, not in a list of all lines. */
export function linesOf(days: readonly FeedDay[], entries: number): Lines {
  const starts = startsOf(days)
  const dayAt = (line: number) => placeOf(starts, line)
  return {
    count: entries + days.length,
    dayAt: (line) => days[dayAt(line)] ?? null,
    at: (line) => {
      const index = dayAt(line)
      const day = days[index]
      return day && starts[index] === line ? { kind: 'day', day } : { kind: 'entry', place: line - index - 1 }
    },
  }
}

/** The line on which each day begins. */
function startsOf(days: readonly FeedDay[]): readonly number[] {
  let next = 0
  return days.map(({ count }) => {
    const start = next
    next += count + 1
    return start
  })
}

/** The last day that begins on or before the line; −1 where there is none. */
function placeOf(starts: readonly number[], line: number): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= line) low = middle + 1
    else high = middle
  }
  return low - 1
}
