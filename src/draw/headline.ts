import type { Answer, MeasureShape } from './answer.ts'
import { changeIn } from './change.ts'
import { isAhead } from './dimensions.ts'
import { figuresOf } from './figures.ts'
import type { Reader } from './reader.ts'

/** A figure the report is about, as it is said above the picture. */
export interface HeadlineFigure {
  readonly measure: string
  readonly label: string
  readonly kind: MeasureShape['kind']
  readonly better: MeasureShape['better']
  readonly short: string
  readonly exact: string
  readonly spark: readonly (number | null)[]
  /** Null where nothing is compared. */
  readonly compared: { readonly change: number | null; readonly against: string } | null
}

/** None where the rows do not add up to some. */
export const headlineOf = (answer: Answer, reader: Reader): readonly HeadlineFigure[] =>
  answer.hasTotal ? answer.headline.map((one) => figureOf(answer, one, reader)) : []

type One = Answer['headline'][number]

function figureOf(answer: Answer, one: One, reader: Reader): HeadlineFigure {
  const { measure, label, kind, value, spark } = one
  const figures = figuresOf(reader)
  return {
    measure,
    label,
    kind,
    better: answer.measures.find(({ key }) => key === measure)?.better ?? null,
    short: figures.short(value, kind),
    exact: figures.exact(value, kind),
    spark,
    compared: answer.compareRange && comparedOf(answer, one, reader),
  }
}

function comparedOf(answer: Answer, { kind, value, previous }: One, reader: Reader) {
  const change = changeIn({ value, previous, ahead: isAhead(answer, {}) }, kind)
  if (previous === null) return { change, against: reader.tell('noneBefore') }
  return { change, against: reader.tell('before', { value: figuresOf(reader).short(previous, kind) }) }
}
