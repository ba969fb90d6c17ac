import { literal } from '../quoting.ts'

/** The day an instant falls on in a time zone. */
export const localDay = (instant: string, zone: string): string =>
  zone === 'UTC' ? `CAST(${instant} AS DATE)` : `CAST(timezone(${literal(zone)}, timezone('UTC', ${instant})) AS DATE)`

/** The first instant of a local day; where midnight is skipped, the clock's next time. */
export const startOfDay = (day: string, zone: string): string =>
  `CAST(timezone(${literal(zone)}, CAST(${day} AS TIMESTAMP)) AS TIMESTAMP)`
