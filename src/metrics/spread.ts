import { type Measure, median, percentile } from '../query/index.ts'

/** Beside every average, shown on demand: the middle of its values, and what nine of ten do not exceed. */
export function withSpread(measures: readonly Measure[]): readonly Measure[] {
  const known = new Set(measures.map(({ value }) => JSON.stringify(value)))
  return [...measures, ...measures.flatMap(spreadOf).filter(({ value }) => !known.has(JSON.stringify(value)))]
}

function spreadOf({ key, label, doc, value, ...measure }: Measure): readonly Measure[] {
  if (value.fn !== 'average') return []
  const { of, where } = value
  const name = label.replace(/^Average (.)/, (_, first: string) => first.toUpperCase())
  const over = `Of the same records as: ${doc.charAt(0).toLowerCase()}${doc.slice(1)}`
  const onDemand = { ...measure, onDemand: true } as const
  return [
    {
      ...onDemand,
      key: `${key}_median`,
      label: `${name}, median`,
      doc: `Half of the values are no more than this. ${over}`,
      value: median(of, where),
    },
    {
      ...onDemand,
      key: `${key}_p90`,
      label: `${name}, 90th percentile`,
      doc: `Nine of ten values are no more than this. ${over}`,
      value: percentile(of, 0.9, where),
    },
  ]
}
