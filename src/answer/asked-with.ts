import { type DayRange, periodsIn, rangeOf } from '../query/index.ts'
import type { AskedWith } from '../reports/index.ts'
import type { Asking } from './asking.ts'
import type { Settled } from './settle.ts'

/** What a settled question gives to a fact that depends on it. */
export function askedWith({ account, now }: Asking, settled: Settled): AskedWith {
  const { range, today, by, grain, question } = settled
  const settings = question.settings ?? {}
  return {
    range,
    today,
    now: now().toString(),
    by,
    grain,
    pipeline: question.pipeline ?? null,
    settings,
    rangeOf: (setting): DayRange => rangeOf(settings[setting] ?? '', today, account) ?? range,
    midnight: (day) => Temporal.PlainDate.from(day).toZonedDateTime(account.timeZone).toInstant().toString(),
    periods: periodsIn(range, grain, account),
  }
}
