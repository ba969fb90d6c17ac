import type { Account } from '../model/index.ts'
import type { DayRange, Grain } from './expr.ts'
import { calendarFrom, grainLength, movedBack, periodsIn, previousPeriod, previousYear } from './range.ts'

export type Compare = 'none' | 'previous-period' | 'previous-year'

/** The range that another is compared with, and the period of it that stands beside a period of the other; null where none does. */
export interface Comparison {
  readonly range: DayRange
  readonly earlier: (period: string) => string | null
}

type Moved = (period: string) => string | null

/** Without a grain the days are those just before. Over time whole periods stand beside whole periods, and a part of one beside the same part. */
export function comparisonOf(compare: Compare, of: DayRange, grain: Grain | null, account: Account): Comparison | null {
  switch (compare) {
    case 'none':
      return null
    case 'previous-year':
      return comparison(previousYear(of), grain, account, (period) => yearBefore(period, grain))
    case 'previous-period':
      return grain === null
        ? comparison(previousPeriod(of), grain, account, () => null)
        : periodsBefore(of, grain, account)
  }
}

function comparison(range: DayRange | null, grain: Grain | null, account: Account, moved: Moved): Comparison | null {
  if (!range) return null
  const there = new Set(grain ? periodsIn(range, grain, account) : [])
  const earlier: Moved = (period) => {
    const before = moved(period)
    return before !== null && there.has(before) ? before : null
  }
  return { range, earlier }
}

/** As few periods earlier as leave no day in both. */
function periodsBefore(of: DayRange, grain: Grain, account: Account): Comparison | null {
  if (of.from === null || of.from === calendarFrom) return null
  for (let many = Math.max(1, periodsIn(of, grain, account).length - 1); ; many += 1) {
    const by = grainLength(grain, many)
    const range = movedBack(of, by)
    if ((range.until ?? '') <= of.from) return comparison(range, grain, account, (period) => back(period, by))
  }
}

const back = (period: string, by: Temporal.DurationLike): string =>
  Temporal.PlainDate.from(period).subtract(by).toString()

/** A week begins on its day of the week; the 29th of February has no day a year before. */
function yearBefore(period: string, grain: Grain | null): string | null {
  if (grain === 'weekly') return back(period, { weeks: 52 })
  const before = back(period, { years: 1 })
  return before.slice(4) === period.slice(4) ? before : null
}
