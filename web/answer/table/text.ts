import type { Answer } from '../../../src/answer/shapes.ts'
import { hasFraction } from '../../format.ts'
import type { useWords } from '../../words/index.ts'
import { readerLanguage } from '../../words/language.ts'
import { changeIn, changeText } from '../change-text.ts'
import type { Figures } from '../chart/drawing.ts'
import type { Dimension } from '../mark.ts'
import { periodWords } from '../periods.ts'
import { type Column, type Figure, type Row, totalColumn } from './pivot.ts'

/** The words and numbers of a table. */
export interface TableText {
  readonly dimension: (dimension: Dimension | undefined) => string
  readonly head: (row: Row) => string
  readonly column: (column: Column) => string
  readonly figure: (figure: Figure | null, column: Column) => string
}

export function tableText(answer: Answer, figures: Figures, t: ReturnType<typeof useWords>): TableText {
  const fractions = fractionsIn(answer)
  const period = periodWords(answer, readerLanguage())
  return {
    dimension: (dimension) => nameOf(answer, dimension, t),
    head: (row) => (row.keys.period ? period(row.keys.period) : row.labels.join(' · ')),
    column: ({ id, shows, measure, group }) => {
      if (shows !== 'figure') return t(shows === 'previous' ? 'answer.table.before' : 'answer.table.change')
      if (group?.dimension === 'period' && group.key) return period(group.key)
      if (group) return group.label
      return id === totalColumn ? t('answer.total') : measure.label
    },
    figure: (figure, { shows, measure }) => {
      if (!figure) return ''
      if (shows === 'change') return `▲ ${changeText(changeIn(figure, measure.kind), measure.kind, t)}`
      const value = shows === 'previous' ? figure.previous : figure.value
      const written = figures.exact(value, measure.kind, fractions.has(measure.key))
      return value ? `${figure.sign}${written}` : written
    },
  }
}

/** The measures of which some figure has a fraction: all figures of a measure are written alike. */
function fractionsIn({ measures, rows, margins, total }: Answer): ReadonlySet<string> {
  const all = [...rows, ...margins, total].flatMap(({ values, previous }) => (previous ? [values, previous] : [values]))
  return new Set(measures.map(({ key }) => key).filter((key) => all.some((values) => hasFraction(values[key]))))
}

function nameOf(answer: Answer, dimension: Dimension | undefined, t: ReturnType<typeof useWords>): string {
  if (dimension === 'by') return answer.groupLabel ?? t('answer.table.group')
  if (dimension === 'breakdown') return answer.breakdownLabel ?? t('answer.table.group')
  return dimension === 'period' ? t('answer.table.period') : ''
}
