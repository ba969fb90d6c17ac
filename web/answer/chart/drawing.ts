import type { Kind } from '../../../src/model/field.ts'
import type { Palette } from '../../tokens/palette.ts'

/** How a chart writes numbers: exact in tooltips, short on axes and marks. */
export interface Figures {
  /** With a fraction where it has one, or where the others beside it have one. */
  readonly exact: (value: number | null, kind: Kind, fraction?: boolean) => string
  readonly short: (value: number | null, kind: Kind) => string
}

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
    /** The comparison range. */
    readonly previous: string
  }
  /** In pixels. */
  readonly width: number
  readonly motion: boolean
}
