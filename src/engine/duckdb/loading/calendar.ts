import type { Account } from '../../../model/index.ts'

/** One row a day, with the first day of each period it lies in. */
export const calendarTable = ({ weekStart, fiscalYearStartMonth }: Account): string => `
  CREATE OR REPLACE TABLE calendar AS
  SELECT day,
    CAST(day - CAST((isodow(day) - ${weekStart} + 7) % 7 AS INTEGER) AS DATE) AS week_start,
    CAST(date_trunc('month', day) AS DATE) AS month,
    CAST(date_trunc('quarter', day) AS DATE) AS quarter,
    CAST(date_trunc('year', day) AS DATE) AS year,
    CAST(date_trunc('quarter', day - to_months(${shift(fiscalYearStartMonth, 3)})) + to_months(${shift(fiscalYearStartMonth, 3)}) AS DATE) AS fiscal_quarter,
    CAST(date_trunc('year', day - to_months(${shift(fiscalYearStartMonth, 12)})) + to_months(${shift(fiscalYearStartMonth, 12)}) AS DATE) AS fiscal_year
  FROM (SELECT DATE '1900-01-01' + CAST(later AS INTEGER) AS day FROM range(date_diff('day', DATE '1900-01-01', DATE '2101-01-01')) AS days (later))
  ORDER BY day`

const shift = (startMonth: number, every: number): number => (startMonth - 1) % every
