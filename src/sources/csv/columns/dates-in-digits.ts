import { daysIn, type ReadDate } from './dates.ts'

const serial = /^(\d{5})(?:[.,](\d+))?$/
const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})(Z)?)?$/
const epoch = /^1\d{9}(?:\d{3})?$/

/** Most numbers have another length. */
const mayBeDate = /^(?:\d{5}(?:[.,]|$)|(?:19|20)\d{6}|1\d{9})/

/** Days before 1950 and after 2099 are no days of a company. */
const [firstSerial, lastSerial] = [18_264, 73_050]

/** 1 January 1970. A spreadsheet counts from 30 December 1899, and writes the time as a fraction of the day. */
const unixSerial = 25_569

/**
 * Days that are written in digits alone: the day number of a spreadsheet (`45352.604`), `20240301`, or the seconds or
 * milliseconds since 1970. Asked only of a column that holds dates, for elsewhere they are numbers.
 */
export function dateInDigits(text: string): ReadDate | null {
  if (!mayBeDate.test(text)) return null
  const [, day, fraction] = serial.exec(text) ?? []
  if (day !== undefined) return serialDate(Number(day), fraction)
  const [, year, month, on, ...clock] = compact.exec(text) ?? []
  if (year !== undefined) return compactDate(`${year}-${month}-${on}`, clock)
  return epoch.test(text) ? instant(Number(text) * (text.length === 10 ? 1000 : 1)) : null
}

function serialDate(days: number, fraction: string | undefined): ReadDate | null {
  if (days < firstSerial || days > lastSerial) return null
  const day = new Date((days - unixSerial) * 86_400_000).toISOString().slice(0, 10)
  const seconds = fraction === undefined ? null : Math.round(Number(`0.${fraction}`) * 86_400)
  if (seconds === null || seconds >= 86_400) return { day, time: null, offset: null }
  return { day, time: new Date(seconds * 1000).toISOString().slice(11, 19), offset: null }
}

function compactDate(day: string, [hour, minute, second, zone]: readonly (string | undefined)[]): ReadDate | null {
  const [year = 0, month = 0, on = 0] = day.split('-').map(Number)
  if (month < 1 || month > 12 || on < 1 || on > daysIn(year, month)) return null
  if (hour === undefined) return { day, time: null, offset: null }
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null
  return { day, time: `${hour}:${minute}:${second}`, offset: zone === undefined ? null : 'Z' }
}

function instant(milliseconds: number): ReadDate {
  const [day = '', time = ''] = new Date(milliseconds).toISOString().slice(0, 19).split('T')
  return { day, time, offset: 'Z' }
}
