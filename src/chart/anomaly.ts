import { trendOf } from './trend.ts'

export interface Anomaly {
  readonly index: number
  readonly value: number
  readonly expected: number
}

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low = 0, high = 0] =
    sorted.length % 2 === 0 ? [sorted[middle - 1], sorted[middle]] : [sorted[middle], sorted[middle]]
  return (low + high) / 2
}

/** Points further from the linear trend than 3 robust deviations. Needs 7 points. */
export function anomaliesOf(values: readonly (number | null)[], complete: number): readonly Anomaly[] {
  const trend = trendOf(values, 'linear', complete)
  const points = values.slice(0, complete).flatMap((value, index) => {
    const expected = trend?.values[index]
    return value === null || expected === undefined ? [] : [{ index, value, expected }]
  })
  if (points.length < 7) return []
  const residuals = points.map(({ value, expected }) => value - expected)
  const centre = median(residuals)
  const bound = 3 * spreadOf(residuals, centre)
  return bound === 0 ? [] : points.filter((_, index) => Math.abs((residuals[index] ?? 0) - centre) > bound)
}

/** The scaled median deviation, or the standard deviation where more than half of the points lie on the line. */
function spreadOf(residuals: readonly number[], centre: number): number {
  const robust = 1.4826 * median(residuals.map((r) => Math.abs(r - centre)))
  if (robust > negligible(residuals)) return robust
  const mean = residuals.reduce((sum, r) => sum + r, 0) / residuals.length
  const deviation = Math.sqrt(residuals.reduce((sum, r) => sum + (r - mean) ** 2, 0) / residuals.length)
  return deviation > negligible(residuals) ? deviation : 0
}

/** Rounding of the fit is not a deviation. */
const negligible = (residuals: readonly number[]) => 1e-9 * Math.max(1, ...residuals.map(Math.abs))
