/** A series of a chart before it is joined or cut: its values stand in the order of the categories. */
export interface Series {
  readonly key: string | null
  readonly label: string
  readonly measure: string
  readonly values: readonly (number | null)[]
  readonly previous: readonly (number | null)[] | null
  readonly tone: 'better' | 'worse' | 'other' | 'total' | null
  /** Keys that were joined into this series; null when it stands for itself. */
  readonly joins: readonly (string | null)[] | null
}

/** As many as people can tell apart by colour. */
const most = 8

const sizeOf = ({ values }: Series) => values.reduce<number>((sum, value) => sum + Math.abs(value ?? 0), 0)

/**
 * More than eight series: the top seven and the others together, or the top eight when a sum of them means nothing.
 * `cut` are the groups in a series of others that is there already: it is always among the others.
 */
export function bounded(series: readonly Series[], additive: boolean, cut: number): readonly Series[] {
  if (series.length <= most) return series
  const bySize = series.filter(({ tone }) => tone !== 'other').sort((a, b) => sizeOf(b) - sizeOf(a))
  const kept = new Set(bySize.slice(0, additive ? most - 1 : most))
  const top = series.filter((each) => kept.has(each))
  return additive
    ? [
        ...top,
        together(
          series.filter((each) => !kept.has(each)),
          cut,
        ),
      ]
    : top
}

function together(others: readonly Series[], cut: number): Series {
  const summed = (rows: readonly (readonly (number | null)[])[]) =>
    (rows[0] ?? []).map((_, index) => rows.reduce((sum, row) => sum + (row[index] ?? 0), 0))
  const previous = others.flatMap((each) => (each.previous ? [each.previous] : []))
  return {
    key: null,
    label: `Other (${others.length + Math.max(0, cut - 1)})`,
    measure: others[0]?.measure ?? '',
    values: summed(others.map(({ values }) => values)),
    previous: previous.length === 0 ? null : summed(previous),
    tone: 'other',
    joins: others.map(({ key }) => key),
  }
}
