import { useComputedColorScheme } from '@mantine/core'
import { useMemo } from 'react'

/** The colours of charts, read from the same variables that the page is styled with. */
export interface Palette {
  readonly series: readonly string[]
  readonly other: string
  /** What has no value. */
  readonly missing: string
  readonly total: string
  readonly better: string
  readonly worse: string
  readonly accent: string
  readonly ink: string
  readonly inkSoft: string
  readonly inkFaint: string
  readonly hairline: string
  readonly outline: string
  readonly surface: string
  readonly raised: string
  readonly warning: string
  readonly font: string
}

export const seriesCount = 8

/** Read again when the theme changes. */
export function usePalette(): Palette {
  const scheme = useComputedColorScheme('light')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the variables change with the scheme.
  return useMemo(readPalette, [scheme])
}

export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement)
  const read = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return {
    series: Array.from({ length: seriesCount }, (_, i) => read(`series-${i + 1}`)),
    other: read('series-other'),
    missing: read('series-missing'),
    total: read('series-total'),
    better: read('better'),
    worse: read('worse'),
    accent: read('accent'),
    ink: read('ink'),
    inkSoft: read('ink-soft'),
    inkFaint: read('ink-faint'),
    hairline: read('hairline'),
    outline: read('outline'),
    surface: read('surface'),
    raised: read('raised'),
    warning: read('warning'),
    font: read('font'),
  }
}
