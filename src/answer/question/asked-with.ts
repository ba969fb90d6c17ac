import { begun, calendarFrom, calendarUntil, type DayRange, momentOf, periodsIn, rangeOf } from '../../query/index.ts'
import type { AskedWith } from '../../reports/index.ts'
import { type Asking, presentOf } from '../asking.ts'
import type { Settled } from './settle.ts'

/** What a settled question gives to a fact that depends on it. */
export function askedWith(asking: Asking, settled: Settled, whole: DayRange): AskedWith {
  const { range, today, by, grain, question } = settled
  const { account } = asking.moment
  const settings = question.settings ?? {}
  const periods = periodsIn(range, grain, account)
  const midnight = (day: string) =>
    Temporal.PlainDate.from(day).toZonedDateTime(account.timeZone).toInstant().toString()
  return {
    range,
    today,
    now: presentOf(asking).toString(),
    by,
    view: question.view,
    grain,
    pipeline: question.pipeline ?? null,
    settings,
    rangeOf: (setting): DayRange => rangeOf(settings[setting] ?? '', today, account) ?? whole,
    midnight,
    instants: ({ from, until }) => ({ from: midnight(from ?? calendarFrom), until: midnight(until ?? calendarUntil) }),
    periods,
    moments: begun(periods, today).map((first) => momentOf(first, grain, range, today)),
  }
}
