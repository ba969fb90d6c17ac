import type { Answer, MeasureShape } from '../answer.ts'
import { arrowOf, changeIn, changeText } from '../change.ts'
import { figuresOf } from '../figures.ts'
import { hasFraction } from '../looks.ts'
import type { Dimension } from '../mark.ts'
import { periodWords } from '../periods.ts'
import type { Reader } from '../reader.ts'
import { type Column, type Figure, type Row, totalColumn } from './pivot.ts'

/** The words and numbers of a table. */
export interface TableText {
  readonly dimension: (dimension: Dimension | undefined) => string
  readonly head: (row: Row) => string
  /** The name of a row in each of the dimensions at its head. */
  readonly names: (row: Row, heads: readonly Dimension[]) => readonly string[]
  readonly column: (column: Column) => string
  readonly figure: (figure: Figure | null, column: Column) => string
}

export function tableText(answer: Answer, reader: Reader): TableText {
  const { tell } = reader
  const figures = figuresOf(reader)
  const fractions = fractionsIn(answer)
  const period = periodWords(answer, reader.language)
  return {
    dimension: (dimension) => nameOf(answer, dimension, reader),
    head: (row) => (row.keys.period ? period(row.keys.period) : row.labels.join(' · ')),
    names: ({ labels, keys }, heads) =>
      heads.map((head, i) => (head === 'period' && keys.period ? period(keys.period) : (labels[i] ?? ''))),
    column: ({ id, shows, measure, group }) => {
      if (shows !== 'figure') return tell(shows === 'previous' ? 'earlier' : 'change')
      if (group?.dimension === 'period' && group.key) return period(group.key)
      if (group) return group.label
      return id === totalColumn ? tell('total') : measure.label
    },
    figure: (figure, { shows, measure }) => {
      if (!figure) return ''
      if (shows === 'change') return changed(figure, measure, reader)
      const value = shows === 'previous' ? figure.previous : figure.value
      const written = figures.exact(value, measure.kind, fractions.has(measure.key))
      return value ? `${figure.sign}${written}` : written
    },
  }
}

function changed(figure: Figure, { kind }: MeasureShape, reader: Reader): string {
  const by = changeIn(figure, kind)
  return `${arrowOf(by)} ${changeText(by, kind, reader)}`.trim()
}

/** The measures of which some figure has a fraction: all figures of a measure are written alike. */
function fractionsIn({ measures, rows, margins, total }: Answer): ReadonlySet<string> {
  const all = [...rows, ...margins, total].flatMap(({ values, previous }) => (previous ? [values, previous] : [values]))
  return new Set(measures.map(({ key }) => key).filter((key) => all.some((values) => hasFraction(values[key]))))
}

function nameOf(answer: Answer, dimension: Dimension | undefined, { tell }: Reader): string {
  if (dimension === 'by') return answer.groupLabel ?? tell('group')
  if (dimension === 'breakdown') return answer.breakdownLabel ?? tell('group')
  return dimension === 'period' ? tell('period') : ''
}
