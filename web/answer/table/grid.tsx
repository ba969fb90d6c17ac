import { useRef } from 'react'
import type { Cell } from '../../../src/answer/question/question.ts'
import type { Mark, TableData, TableText } from '../../../src/draw/index.ts'
import { useWords } from '../../words/index.ts'
import { ColumnWidths, useRowsInSight, widthOfAll } from '../rows-in-sight.tsx'
import type { Sort } from './answer-table.tsx'
import { GridBody } from './grid-body.tsx'
import { GridHeader } from './grid-header.tsx'
import { useRoving } from './roving.ts'
import styles from './table.module.css'
import type { Widths } from './widths.ts'

interface Props {
  readonly table: TableData
  readonly text: TableText
  readonly widths: Widths
  readonly highlighted: Mark | null
  readonly onHighlight: (mark: Mark | null) => void
  readonly onOpen: (cell: Cell) => void
  readonly sort: Sort
  readonly onSort: (sort: Sort) => void
}

/** One table however long: rows out of sight are not drawn, header, total and first column stay. */
export function Grid({ table, text, widths, sort, onSort, ...lit }: Props) {
  const t = useWords()
  const box = useRef<HTMLDivElement>(null)
  const window = useRowsInSight(box, table.rows.length)
  const { active, ...keys } = useRoving(box, table, window.reveal)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: leaving the table puts the light out; nothing else depends on it.
    <div className={styles.box} ref={box} onMouseLeave={() => lit.onHighlight(null)}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: arrow keys move between its cells.
        role="grid"
        className={styles.table}
        style={{ minWidth: widthOfAll(widths) }}
        aria-label={t('answer.table.label')}
        aria-rowcount={table.rows.length + 2}
        {...keys}
      >
        <ColumnWidths widths={widths} />
        <GridHeader table={table} text={text} active={active} sort={sort} onSort={onSort} />
        <GridBody table={table} text={text} active={active} window={window} {...lit} />
      </table>
    </div>
  )
}
