import type { AskedWith } from './report.ts'

/** Over time each goal has a part in every period, and in totals one for the whole range. */
export const goalParts = ({ range, view, grain }: AskedWith) => ({
  from: range.from,
  until: range.until,
  parts: view === 'over-time' ? grain : null,
})
