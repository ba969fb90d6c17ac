import type { Say } from '../words/index.ts'
import { othersLabel } from './others.ts'

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

/** The largest, when there are too many to draw them all; null when there are not. */
export function largest(series: readonly Series[]): ReadonlySet<Series> | null {
  if (series.length <= most) return null
  const bySize = series.filter(({ tone }) => tone !== 'other').sort((a, b) => sizeOf(b) - sizeOf(a))
  return new Set(bySize.slice(0, most - 1))
}

/**
 * More than eight series that can be added: the top seven and the sum of the others.
 * `cut` are the groups in a series of others that is there already: it is always among the others.
 */
export function bounded(say: Say, series: readonly Series[], cut: number): readonly Series[] {
  const kept = largest(series)
  if (!kept) return series
  const others = series.filter((each) => !kept.has(each))
  return [...series.filter((each) => kept.has(each)), together(say, others, cut)]
}

function together(say: Say, others: readonly Series[], cut: number): Series {
  const summed = (rows: readonly (readonly (number | null)[])[]) =>
    (rows[0] ?? []).map((_, index) => rows.reduce((sum, row) => sum + (row[index] ?? 0), 0))
  const previous = others.flatMap((each) => (each.previous ? [each.previous] : []))
  return {
    key: null,
    label: othersLabel(say, { count: others.length + Math.max(0, cut - 1), isAll: true }),
    measure: others[0]?.measure ?? '',
    values: summed(others.map(({ values }) => values)),
    previous: previous.length === 0 ? null : summed(previous),
    tone: 'other',
    joins: others.map(({ key }) => key),
  }
}
