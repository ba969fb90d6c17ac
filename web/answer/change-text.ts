import type { MeasureShape } from '../../src/answer/shapes.ts'
import { change, nothing, points } from '../format.ts'
import type { useWords } from '../words/index.ts'
import { readerLanguage } from '../words/language.ts'

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

export function changeText(by: number | null, kind: Kind, t: ReturnType<typeof useWords>): string {
  if (by === null) return nothing
  const language = readerLanguage()
  return kind === 'percent' ? t('answer.points', { points: points(by, language) }) : change(by, language)
}
