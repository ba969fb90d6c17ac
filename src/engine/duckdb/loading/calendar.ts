import { type Account, calendar } from '../../../model/index.ts'
import { quoted } from '../quoting.ts'

/** A day is its own id, which nobody asks for. */
type Columns = Readonly<Record<Exclude<keyof typeof calendar.fields, 'id'>, string>>

const columns = ({ weekStart, fiscalYearStartMonth }: Account): Columns => ({
  day: 'day',
  week_start: `CAST(day - CAST((isodow(day) - ${weekStart} + 7) % 7 AS INTEGER) AS DATE)`,
  month: first('month', 0),
  quarter: first('quarter', 0),
  year: first('year', 0),
  fiscal_quarter: first('quarter', shift(fiscalYearStartMonth, 3)),
  fiscal_year: first('year', shift(fiscalYearStartMonth, 12)),
})

/** The first day of the period, where periods begin so many months later than in the calendar year. */
const first = (period: string, months: number): string =>
  months === 0
    ? `CAST(date_trunc('${period}', day) AS DATE)`
    : `CAST(date_trunc('${period}', day - to_months(${months})) + to_months(${months}) AS DATE)`

const shift = (startMonth: number, every: number): number => (startMonth - 1) % every

export const calendarTable = (account: Account): string => `
  CREATE OR REPLACE TABLE ${quoted(calendar.name)} AS
  SELECT ${Object.entries(columns(account))
    .map(([name, sql]) => `${sql} AS ${quoted(name)}`)
    .join(', ')}
  FROM (SELECT DATE '1900-01-01' + CAST(later AS INTEGER) AS day FROM range(date_diff('day', DATE '1900-01-01', DATE '2101-01-01')) AS days (later))
  ORDER BY day`
