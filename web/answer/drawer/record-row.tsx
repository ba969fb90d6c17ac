import { memo } from 'react'
import type { RecordsPage } from '../../../src/answer/shapes.ts'
import { isFigure } from '../../../src/draw/index.ts'
import type { CellText } from './cell-text.ts'
import styles from './drawer.module.css'

interface Props {
  readonly place: number
  readonly columns: RecordsPage['columns']
  /** Absent while its page is on its way. */
  readonly row: RecordsPage['rows'][number] | undefined
  readonly text: CellText
}

/** Drawn again only when its record comes: scrolling moves the others as they are. */
export const RecordRow = memo(function RecordRow({ place, columns, row, text }: Props) {
  return (
    <tr aria-rowindex={place + 2} className={styles.row}>
      {columns.map((column, i) => {
        const said = row ? text(column, row.values[i]) : ''
        return (
          <td key={column.path} className={isFigure(column.kind) ? styles.number : undefined} title={said}>
            {row ? said : <span className={styles.coming} />}
          </td>
        )
      })}
    </tr>
  )
})
