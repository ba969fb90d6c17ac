import { memo } from 'react'
import type { Cell } from '../../../src/answer/question/question.ts'
import { type Column, cellAt, changeIn, isOther, type Mark, type Row, type TableText } from '../../../src/draw/index.ts'
import { drawnWords, useWords } from '../../words/index.ts'
import { Change } from '../change.tsx'
import { placeAttribute } from './roving.ts'
import styles from './table.module.css'

interface Props {
  readonly row: Row
  readonly columns: readonly Column[]
  readonly text: TableText
  /** 0 is the total, then the groups. */
  readonly place: number
  readonly lit: boolean
  /** The column that the tab key stops at, when it is in this row. */
  readonly active: number | null
  readonly onOpen: (cell: Cell) => void
  readonly onHighlight: (mark: Mark | null) => void
}

/** One group, or the total: drawn again only when it lights up or is reached. */
export const GridRow = memo(function GridRow({ row, columns, text, place, lit, active, onOpen, onHighlight }: Props) {
  const isTotal = place === 0
  const label = isTotal ? drawnWords('total') : text.head(row)
  return (
    <tr
      className={isTotal ? styles.total : styles.row}
      data-lit={lit || undefined}
      data-other={[row.keys.by, row.keys.breakdown].some(isOther) || undefined}
      aria-rowindex={place + 2}
      onMouseEnter={() => onHighlight(row.mark)}
    >
      <th scope="row" className={styles.head} title={label}>
        {label}
      </th>
      {columns.map((column, i) => (
        <FigureCell
          key={column.id}
          {...{ row, column, text, label, onOpen }}
          place={{ row: place, column: i }}
          focusable={active === i}
        />
      ))}
    </tr>
  )
})

interface CellProps {
  readonly row: Row
  readonly column: Column
  readonly text: TableText
  readonly label: string
  readonly place: { readonly row: number; readonly column: number }
  readonly focusable: boolean
  readonly onOpen: (cell: Cell) => void
}

function FigureCell({ row, column, text, label, place, focusable, onOpen }: CellProps) {
  const t = useWords()
  const figure = row.figures[place.column] ?? null
  if (!figure) return <td className={styles.cell} />
  const { kind, better } = column.measure
  const change = <Change change={changeIn(figure, kind)} kind={kind} better={better} />
  if (column.shows === 'change') return <td className={styles.cell}>{change}</td>
  const value = text.figure(figure, column)
  return (
    <td className={styles.cell} data-soft={column.shows === 'previous' || isOther(column.group?.key) || undefined}>
      <button
        type="button"
        className={styles.figure}
        data-place={placeAttribute(place)}
        tabIndex={focusable ? 0 : -1}
        aria-label={t('answer.open', { what: `${label}, ${whatOf(column, text)}`, value })}
        onClick={() => onOpen(cellAt(row, column))}
      >
        {value}
      </button>
    </td>
  )
}

const whatOf = (column: Column, text: TableText): string =>
  [
    column.measure.label,
    ...(column.group ? [text.column({ ...column, shows: 'figure' })] : []),
    ...(column.shows === 'previous' ? [text.column(column)] : []),
  ].join(', ')
