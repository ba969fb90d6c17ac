export { arrowOf, changeIn, changeOf, changeText } from './change.ts'
export { type Aside, splitOthers } from './chart/aside.ts'
export { captionOf } from './chart/caption.ts'
export type { ChartOption } from './chart/chart-option.ts'
export { type Drawing, drawingFor } from './chart/drawing.ts'
export { labelledChart } from './chart/labelled.ts'
export { type LegendEntry, legendOf } from './chart/legend.ts'
export { markColours } from './chart/mark-colours.ts'
export { chartHeight, chartOption, isLying } from './chart/option.ts'
export { cellOf, currentId, type Point, pointAt, points } from './chart/points.ts'
export { type Reading, type ReadingLine, readingAt, spoken } from './chart/reading.ts'
export { firstGroups, hiddenGroups, mostGroups, otherKey, shownChart } from './chart/shown.ts'
export { summaryOf } from './chart/summary.ts'
export { ago, day, days, instant, timeOfDay, weekday } from './days.ts'
export { columnDimension, isAhead, isOverTime, keyIn, rowDimension } from './dimensions.ts'
export { type Figures, figuresOf } from './figures.ts'
export { type FunnelStep, funnelOf, type Passage, type StepFigure } from './funnel.ts'
export { type HeadlineFigure, headlineOf } from './headline.ts'
export type { Locale } from './locale.ts'
export { exact, hasFraction, isFigure, nothing, short } from './looks.ts'
export { type Dimension, isOther, type Mark, markOf } from './mark.ts'
export { percent, size } from './numbers.ts'
export { type Palette, palettes, type Theme, themes } from './palette.ts'
export { periodAfter, periodLabel, periodWords } from './periods.ts'
export { rangeLabel } from './range.ts'
export type { Reader } from './reader.ts'
export {
  type Column,
  cellAt,
  type Figure,
  longTableOf,
  type Row,
  type TableData,
  tableOf,
  totalColumn,
} from './table/pivot.ts'
export { type TableText, tableText } from './table/text.ts'
export { type DrawnKey, type DrawnWords, drawnWordsIn } from './words.ts'
