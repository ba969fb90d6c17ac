import type { SettledQuestion } from '../../facts/index.ts'
import { begun, calendarFrom, calendarUntil, type DayRange, momentOf, periodsIn, rangeOf } from '../../query/index.ts'
import { type Asking, presentText } from '../asking.ts'
import { clockOf } from '../clock.ts'
import type { Settled } from './settle.ts'

/** A question as facts know it. Its range may be a part of the whole range that was asked for. */
export function settledQuestion(asking: Asking, settled: Settled, whole: DayRange): SettledQuestion {
  const { range, today, grain, question } = settled
  const { account } = asking.moment
  const settings = question.settings ?? {}
  const { midnight } = clockOf(asking)
  return {
    range,
    now: presentText(asking),
    along: question.view === 'over-time' ? grain : null,
    pipeline: question.pipeline ?? null,
    moments: () => begun(periodsIn(range, grain, account), today).map((first) => momentOf(first, grain, range, today)),
    settings,
    daysOf: ({ key }) => rangeOf(settings[key] ?? '', today, account) ?? whole,
    instantsOf: ({ from, until }) => ({
      from: midnight(from ?? calendarFrom),
      until: midnight(until ?? calendarUntil),
    }),
  }
}
