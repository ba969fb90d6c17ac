import type { Answer, AnswerRow, MeasureShape } from './answer.ts'

export interface StepFigure {
  readonly measure: MeasureShape
  readonly value: number
}

/** The way from one step to the next. */
export interface Passage {
  /** The step that its figures belong to. */
  readonly of: string | null
  /** The step that the rate is a share of, where it is not the one right before. */
  readonly base: string | null
  readonly rate: StepFigure | null
  readonly lost: StepFigure | null
  /** The widths of the two steps, as shares of the widest. */
  readonly from: number
  readonly to: number
}

export interface FunnelStep {
  readonly key: string | null
  readonly label: string
  /** Who misses it still goes on. */
  readonly optional: boolean
  readonly main: StepFigure
  readonly previous: number | null
  readonly skipped: StepFigure | null
  readonly overall: StepFigure | null
  readonly time: StepFigure | null
  /** Shares of the widest step. */
  readonly width: number
  readonly skippedWidth: number
  /** Null after the last step. */
  readonly passage: Passage | null
}

/** The steps in their order, over all parts that they are broken down into. */
export function funnelOf(answer: Answer): readonly FunnelStep[] {
  const rows = stepRows(answer)
  const main = answer.measures.find(({ key }) => key === answer.chart.measure)
  if (!main) return []
  const widest = Math.max(1, ...rows.flatMap((row) => [valueIn(row, main), row.previous?.[main.key] ?? 0]))
  const optional = optionalIn(answer)
  const required = rows.filter((row) => !optional.has(row.by?.key ?? ''))
  return rows.map((row, i) => ({
    ...stepOf(answer, main, widest, row),
    optional: !required.includes(row),
    passage: passageOf(answer, main, widest, row, rows[i + 1], lastOf(required, rows.slice(0, i + 1))),
  }))
}

const lastOf = (among: readonly AnswerRow[], rows: readonly AnswerRow[]) => rows.findLast((row) => among.includes(row))

/** Steps that were chosen with a question mark. */
const optionalIn = ({ question }: Answer): ReadonlySet<string> =>
  new Set(
    Object.values(question.settings ?? {})
      .flatMap((value) => value.split(','))
      .flatMap((step) => (step.endsWith('?') ? [step.slice(0, -1)] : [])),
  )

type OneStep = Omit<FunnelStep, 'optional' | 'passage'>

function stepOf(answer: Answer, main: MeasureShape, widest: number, row: AnswerRow): OneStep {
  const skipped = figureIn(answer, row, 'skipped')
  return {
    key: row.by?.key ?? null,
    label: row.by?.label ?? answer.report.title,
    main: { measure: main, value: valueIn(row, main) },
    previous: row.previous?.[main.key] ?? null,
    skipped: skipped && skipped.value > 0 ? skipped : null,
    overall: figureIn(answer, row, 'overall'),
    time: figureIn(answer, row, 'time'),
    width: valueIn(row, main) / widest,
    skippedWidth: (skipped?.value ?? 0) / widest,
  }
}

function passageOf(
  answer: Answer,
  main: MeasureShape,
  widest: number,
  row: AnswerRow,
  next: AnswerRow | undefined,
  base: AnswerRow | undefined,
): Passage | null {
  if (!next) return null
  const onward = figureIn(answer, row, 'onward')
  return {
    of: (onward ? row : next).by?.key ?? null,
    base: onward || base === row ? null : (base?.by?.label ?? null),
    rate: onward ?? figureIn(answer, next, 'arrived'),
    lost: figureIn(answer, row, 'lost'),
    from: valueIn(row, main) / widest,
    to: valueIn(next, main) / widest,
  }
}

const stepRows = ({ rows, margins }: Answer): readonly AnswerRow[] => {
  const whole = margins.filter(({ by, breakdown }) => by !== null && breakdown === null)
  return whole.length > 0 ? whole : rows
}

const valueIn = ({ values }: AnswerRow, { key }: MeasureShape): number => values[key] ?? 0

function figureIn({ measures }: Answer, { values }: AnswerRow, role: MeasureShape['role']): StepFigure | null {
  const measure = measures.find((each) => each.role === role)
  const value = measure && (values[measure.key] ?? null)
  return measure && value !== null && value !== undefined ? { measure, value } : null
}
