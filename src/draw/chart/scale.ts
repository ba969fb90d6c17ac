import type { Kind } from '../../model/index.ts'

export interface Scale {
  readonly min: number
  readonly max: number
  readonly interval: number
}

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour
const durationSteps = [
  ...[1, 2, 5, 10, 15, 30].map((n) => n * second),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * minute),
  ...[1, 2, 3, 6, 12].map((n) => n * hour),
  ...[1, 2, 5, 7, 10, 15, 30, 60, 90, 180, 365, 730, 1825].map((n) => n * day),
]
const decimalSteps = [1, 2, 2.5, 5, 10, 20]
const mostIntervals = 4

/** An axis from zero with three to five ticks on round values. */
export function scaleFor(values: readonly number[], kind: Kind): Scale {
  const low = Math.min(0, ...values)
  const high = Math.max(0, ...values)
  if (low === high) return { min: 0, max: 1, interval: 1 }
  const interval = stepFor(low, high, kind, values.every(Number.isInteger))
  return { min: Math.floor(low / interval) * interval, max: Math.ceil(high / interval) * interval, interval }
}

function stepFor(low: number, high: number, kind: Kind, whole: boolean): number {
  const fits = (step: number) => Math.ceil(high / step) - Math.floor(low / step) <= mostIntervals
  if (kind === 'percent' && fits(25)) return [5, 10, 20, 25].find(fits) ?? 25
  const durations = kind === 'duration' ? durationSteps.filter(fits) : []
  return durations[0] ?? decimalStep(high - low, fits, whole && kind === 'number')
}

function decimalStep(span: number, fits: (step: number) => boolean, whole: boolean): number {
  const size = 10 ** Math.floor(Math.log10(span / mostIntervals))
  const steps = decimalSteps.map((step) => step * size).filter((step) => !whole || Number.isInteger(step))
  return steps.find(fits) ?? (whole ? 1 : size * 20)
}

/** The values of the ticks, lowest first. */
export function ticks({ min, max, interval }: Scale): readonly number[] {
  return Array.from({ length: Math.round((max - min) / interval) + 1 }, (_, i) => min + i * interval)
}
