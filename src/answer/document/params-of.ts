import { catalogue, type Listed, type Selection } from '../../reports/index.ts'

/** What a fact is given by the reports of it. It goes once facts say themselves what they need. */
export async function withParams(report: Listed): Promise<Listed> {
  const all = (await catalogue()).flatMap((each): readonly Selection[] => (each.tabs.length === 0 ? [each] : each.tabs))
  const params = all.find(({ from }) => from.name === report.from.name)?.params
  if (!params) return report
  const given = { ...report, params }
  return { ...given, tabs: given.tabs.map((tab) => ({ ...tab, params })) }
}
