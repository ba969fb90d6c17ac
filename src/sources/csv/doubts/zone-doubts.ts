import type { ColumnProfile } from '../columns/column-profile.ts'
import { readDate } from '../columns/dates.ts'
import { holdsOf } from '../columns/holds.ts'
import { orderTold } from '../columns/readings.ts'
import { howWritten, newIn } from '../mapping/mapping.ts'
import type { FilePlan } from '../rows/plan.ts'

/** Times that are hardly of the company's zone. */
export const zoneDoubts = ({ kind, file, mapping, timeZone }: FilePlan): readonly string[] =>
  file.columns.flatMap((column) => {
    const mapped = mapping.columns[column.header] ?? 'skip'
    if (newIn(mapped) || holdsOf(kind, mapped) !== 'instant' || column.times === 0) return []
    const times = timesIn(column, orderTold(howWritten(mapped)))
    return [...midnights(file.name, column.header, times, timeZone), ...halfZoned(file.name, column, times, timeZone)]
  })

interface Time {
  readonly written: string
  /** Null where the value tells no zone. */
  readonly instant: Temporal.Instant | null
}

const timesIn = ({ values }: ColumnProfile, order: Parameters<typeof readDate>[1]): readonly Time[] =>
  [...values].flatMap(([written, { shape }]) => {
    const read = shape.date?.hasTime ? readDate(written, order) : null
    if (!read?.time) return []
    return [{ written, instant: read.offset ? Temporal.Instant.from(`${read.day}T${read.time}${read.offset}`) : null }]
  })

/** Days that a program wrote as midnights of its own zone: all at one hour late in the day, or at two, by summer and winter. */
function midnights(file: string, header: string, times: readonly Time[], timeZone: string): readonly string[] {
  const hours = new Set<string>()
  for (const { instant } of times) {
    if (instant === null) return []
    hours.add(instant.toZonedDateTimeISO(timeZone).toPlainTime().toString())
    if (hours.size > 2) return []
  }
  const [first, second] = [...hours].toSorted()
  if (times.length < 2 || first === undefined || first < '13' || (second && !isHourApart(first, second))) return []
  const clock = [...hours]
    .toSorted()
    .map((hour) => hour.slice(0, 5))
    .join(' or ')
  return [
    `Each '${header}' in ${file} is at ${clock} in ${timeZone}, such as ${times[0]?.written}: they look like midnights of another time zone, and fall on the day before. Write "plumbline settings --time-zone Europe/Amsterdam", or the company's own, where it is another.`,
  ]
}

const isHourApart = (one: string, other: string): boolean =>
  Temporal.PlainTime.from(one).until(other).total('minutes') === 60

/** Some values tell their zone, and others do not. */
function halfZoned(
  file: string,
  { header }: ColumnProfile,
  times: readonly Time[],
  timeZone: string,
): readonly string[] {
  const [bare, zoned] = [times.find(({ instant }) => !instant), times.find(({ instant }) => instant)]
  if (!bare || !zoned) return []
  return [
    `'${header}' in ${file} has times with a zone (${zoned.written}) and without (${bare.written}): those without are read as of ${timeZone}.`,
  ]
}
