import type { Question, shapes } from '../../../src/answer/index.ts'

/** The change that leaves behind what another tab of the report does not know. */
export function carriedTo({ filters, measures, settings, dimensions }: shapes.ReportPage, asked: Question): Question {
  const known = (path: string | undefined) => (dimensions.some((each) => each.path === path) ? path : undefined)
  const kept = asked.filters?.filter(({ field }) => filters.some(({ path }) => path === field))
  const own = Object.entries(asked.settings ?? {}).filter(([key]) => settings.some((each) => each.key === key))
  const shown = asked.measures?.filter((key) => measures.some((each) => each.key === key))
  return {
    filters: kept?.length ? kept : undefined,
    settings: own.length > 0 ? Object.fromEntries(own) : undefined,
    measures: shown?.length ? shown : undefined,
    by: known(asked.by),
    breakdown: known(asked.breakdown),
    sort: undefined,
    chart: undefined,
    frequency: undefined,
  }
}
