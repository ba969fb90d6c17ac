import type { Answer } from '../answer.ts'
import { type Figures, figuresOf } from '../figures.ts'
import type { Palette } from '../palette.ts'
import { rangeLabel } from '../range.ts'
import type { Reader } from '../reader.ts'

/** What a chart is drawn with, apart from its data. */
export interface Drawing {
  readonly palette: Palette
  readonly figures: Figures
  readonly words: {
    readonly incomplete: string
    readonly forecast: string
    readonly expected: string
    readonly between: string
    readonly total: string
    /** Why a period is ringed. */
    readonly unexpected: (reason: string, value: string) => string
    /** The comparison range. */
    readonly previous: string
  }
  /** In pixels. */
  readonly width: number
  readonly motion: boolean
}

/** For a reader, in a theme, at a width. */
export function drawingFor(
  { compareRange }: Pick<Answer, 'compareRange'>,
  reader: Reader,
  look: Pick<Drawing, 'palette' | 'width' | 'motion'>,
): Drawing {
  const { tell, language } = reader
  return {
    ...look,
    figures: figuresOf(reader),
    words: {
      incomplete: tell('incomplete'),
      forecast: tell('forecast'),
      expected: tell('expected'),
      between: tell('between'),
      total: tell('total'),
      unexpected: (reason, value) => tell('unexpected', { reason, value }),
      previous: compareRange ? rangeLabel(compareRange, language) : '',
    },
  }
}
