import type { shapes } from '../../../src/answer/index.ts'

export interface Topic {
  readonly name: string
  readonly reports: readonly shapes.ReportSummary[]
}

export interface Collection {
  readonly name: string
  readonly topics: readonly Topic[]
}

/** From the work to its outcome; what is not listed comes last. */
const order = [
  'Sales',
  'Service',
  'Sequences',
  'Campaigns',
  'Coach reps & teams',
  'Forecasts & pipelines',
  'Sales outcomes',
]

/** The reports there are, by collection and topic, as the reader expects them. */
export function collectionsOf(reports: readonly shapes.ReportSummary[]): readonly Collection[] {
  const collections = Map.groupBy(reports, (report) => report.collection)
  return [...collections]
    .map(([name, reports]) => ({ name, topics: topicsOf(reports) }))
    .sort((a, b) => place(a.name) - place(b.name))
}

const topicsOf = (reports: readonly shapes.ReportSummary[]): readonly Topic[] =>
  [...Map.groupBy(reports, (report) => report.topic)]
    .map(([name, reports]) => ({ name, reports }))
    .sort((a, b) => place(a.name) - place(b.name))

const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length)

/** `sales/deal-funnel` is the collection and the report of an address. */
export function addressOf(id: string): { readonly collection: string; readonly report: string } {
  const slash = id.indexOf('/')
  return { collection: id.slice(0, slash), report: id.slice(slash + 1) }
}
