import { useSyncExternalStore } from 'react'
import { type Palette, palettes } from '../../../src/draw/index.ts'

const attribute = 'data-mantine-color-scheme'

/** The colours of the theme that the page has, also when it comes after the chart was made. */
export function useThemePalette(): Palette {
  const scheme = useSyncExternalStore(watchTheme, () => document.documentElement.getAttribute(attribute))
  return palettes[scheme === 'dark' ? 'dark' : 'light']
}

function watchTheme(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange)
  observer.observe(document.documentElement, { attributeFilter: [attribute] })
  return () => observer.disconnect()
}
