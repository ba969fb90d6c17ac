/** When a file shows its records as they were. */
export interface Seen {
  /** Of the account's time zone. Of two files of one day the later landed one holds. */
  readonly day: string
  /** The end of a day that the file's name tells, else the moment of the import. */
  readonly at: string
  readonly isDated: boolean
}

const dayInName = /(?<!\d)(20\d{2})([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/gu

/** By the one day in a file's name that is not after the import; otherwise the import's own. */
export function seenIn(file: string, importedAt: string, timeZone: string): Seen {
  const now = Temporal.Instant.from(importedAt).toZonedDateTimeISO(timeZone)
  const days = [...new Set([...file.matchAll(dayInName)].map(([, year, , month, day]) => `${year}-${month}-${day}`))]
  const [day] = days.length === 1 ? days.flatMap(realDay) : []
  const isDated = day !== undefined && day <= now.toPlainDate().toString()
  if (!isDated || day === now.toPlainDate().toString())
    return { day: now.toPlainDate().toString(), at: importedAt, isDated }
  const ends = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(timeZone).subtract({ milliseconds: 1 })
  return { day, at: ends.toInstant().toString({ smallestUnit: 'millisecond' }), isDated }
}

function realDay(written: string): readonly string[] {
  try {
    return [Temporal.PlainDate.from(written, { overflow: 'reject' }).toString()]
  } catch {
    return []
  }
}
