import { useMemo, useSyncExternalStore } from 'react'
import { type Palette, readPalette } from '../../tokens/palette.ts'

const attribute = 'data-mantine-color-scheme'

/** The colours of the theme that the page has, also when it comes after the chart was made. */
export function useThemePalette(): Palette {
  const scheme = useSyncExternalStore(watchTheme, () => document.documentElement.getAttribute(attribute))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page's variables change with the scheme.
  return useMemo(readPalette, [scheme])
}

function watchTheme(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange)
  observer.observe(document.documentElement, { attributeFilter: [attribute] })
  return () => observer.disconnect()
}
