/** Least squares through points (x, y): y = a + b·x. */
interface Fit {
  readonly a: number
  readonly b: number
}

function fitted(points: readonly (readonly [x: number, y: number])[]): Fit {
  const n = points.length
  const mean = (of: (point: readonly [number, number]) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / n
  const [mx, my] = [mean(([x]) => x), mean(([, y]) => y)]
  const spread = points.reduce((sum, [x]) => sum + (x - mx) ** 2, 0)
  const b = spread === 0 ? 0 : points.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0) / spread
  return { a: my - b * mx, b }
}

export type TrendKind = 'linear' | 'logarithmic' | 'forecast'

export interface Trend {
  /** The fitted value at each point, also where there was none. */
  readonly values: readonly number[]
  /** Periods after the last, with the band that holds 95 of 100 such points. */
  readonly ahead: readonly { readonly value: number; readonly low: number; readonly high: number }[]
}

/** Points are counted from 1. `complete` is how many of them count; the running period does not. Null below 3 points. */
export function trendOf(values: readonly (number | null)[], kind: TrendKind, complete: number): Trend | null {
  const x = (index: number) => (kind === 'logarithmic' ? Math.log(index + 1) : index + 1)
  const points = values.slice(0, complete).flatMap((y, index) => (y === null ? [] : [[x(index), y] as const]))
  if (points.length < 3) return null
  const { a, b } = fitted(points)
  const at = (index: number) => a + b * x(index)
  return {
    values: values.map((_, index) => at(index)),
    ahead: kind === 'forecast' ? forecast(points, at, values.length, complete) : [],
  }
}

function forecast(
  points: readonly (readonly [number, number])[],
  at: (index: number) => number,
  all: number,
  complete: number,
) {
  const residuals = points.map(([x, y]) => y - at(x - 1))
  const deviation = Math.sqrt(residuals.reduce((sum, r) => sum + r * r, 0) / (points.length - 2))
  const steps = Math.max(1, Math.round(complete * 0.25))
  return Array.from({ length: steps }, (_, step) => {
    const value = at(all + step)
    return { value, low: value - 1.96 * deviation, high: value + 1.96 * deviation }
  })
}
