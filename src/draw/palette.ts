/** The colours of a picture. What the page is styled with has the same ones, by the same names. */
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
  readonly warning: string
  readonly font: string
}

export const themes = ['light', 'dark'] as const
export type Theme = (typeof themes)[number]

// Quoted as an attribute of SVG can hold it.
const font = "'Inter Variable', system-ui, sans-serif"

/** Contrast: text 4.5 : 1, marks 3 : 1 on their surface, in both themes. */
export const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    series: ['#425ace', '#ca773a', '#3c9d92', '#a63b8a', '#8c8337', '#0b4555', '#691418', '#a674ee'],
    other: '#8b90a0',
    missing: '#978d80',
    total: '#6a7080',
    better: '#18794a',
    worse: '#c0303a',
    accent: '#3f57cc',
    ink: '#1b1e28',
    inkSoft: '#545a6a',
    inkFaint: '#6a7080',
    hairline: '#e7e8ef',
    outline: '#d2d5e0',
    surface: '#ffffff',
    warning: '#8a5a00',
    font,
  },
  dark: {
    series: ['#5f83f0', '#f2933a', '#17bdaa', '#c070ae', '#dad86c', '#9ce4fa', '#d4501c', '#b8a0f7'],
    other: '#7d8394',
    missing: '#8f877a',
    total: '#9aa0b0',
    better: '#4fc28a',
    worse: '#ff8078',
    accent: '#5069dd',
    ink: '#e8eaf0',
    inkSoft: '#abb1c0',
    inkFaint: '#8c92a3',
    hairline: '#262a34',
    outline: '#3a3f4d',
    surface: '#15171d',
    warning: '#e0ac4a',
    font,
  },
}

/** As many as people can tell apart by colour. */
export const seriesCount = palettes.light.series.length
