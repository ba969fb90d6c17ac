export { seriesPlaces } from './meaning.ts'
export { type Palette, readPalette, seriesCount, usePalette } from './palette.ts'
export { cssVariables, theme } from './theme.ts'
