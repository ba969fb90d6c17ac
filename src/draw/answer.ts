import type { shapes } from '../answer/index.ts'

/** What is drawn: an answer, and the parts of it that have a name. */
export type Answer = shapes.Answer
export type AnswerRow = shapes.AnswerRow
export type ChartData = shapes.ChartData
export type MeasureShape = shapes.MeasureShape
export type { Cell, ChartType } from '../answer/index.ts'
