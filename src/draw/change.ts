import type { MeasureShape } from './answer.ts'
import { nothing } from './looks.ts'
import { written } from './numbers.ts'
import type { Reader } from './reader.ts'

type Kind = MeasureShape['kind']

/** From previous to current: of a rate in points, of all else in percent; null where there is nothing to compare with. */
export function changeOf(current: number | null, previous: number | null, kind: Kind): number | null {
  if (current === null || previous === null) return null
  if (kind === 'percent') return current - previous
  return previous === 0 ? null : ((current - previous) / previous) * 100
}

/** Of what has not begun there is no change yet: it is no less than what was. */
export const changeIn = (
  {
    value,
    previous,
    ahead,
  }: { readonly value: number | null; readonly previous: number | null; readonly ahead: boolean },
  kind: Kind,
): number | null => (ahead ? null : changeOf(value, previous, kind))

/** Which way it went, beside its sign. */
export const arrowOf = (by: number | null): string => (by === null || by === 0 ? '' : by > 0 ? '▲' : '▼')

const signed = { maximumFractionDigits: 1, signDisplay: 'exceptZero' } as const

/** A difference carries its sign, so that colour never has to say it alone. */
export function changeText(
  by: number | null,
  kind: Kind,
  { language, tell }: Pick<Reader, 'language' | 'tell'>,
): string {
  if (by === null) return nothing
  if (kind === 'percent') return tell('points', { points: written(by, language, signed) })
  return written(by / 100, language, { style: 'percent', ...signed })
}
