import type { Clock } from '../query/index.ts'
import type { Asking } from './asking.ts'

/** What relative conditions are read by: the day of the question, and where days begin. */
export function clockOf({ now, moment }: Pick<Asking, 'now' | 'moment'>): Clock {
  const zone = moment.account.timeZone
  return {
    today: now().toZonedDateTimeISO(zone).toPlainDate().toString(),
    midnight: (day: string) => Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant().toString(),
  }
}
