import { memo } from 'react'
import type { RecordsPage } from '../../../src/answer/shapes.ts'
import { exact, type Locale } from '../../format.ts'
import { isFigure } from './columns.ts'
import styles from './drawer.module.css'

interface Props {
  readonly place: number
  readonly columns: RecordsPage['columns']
  /** Absent while its page is on its way. */
  readonly row: RecordsPage['rows'][number] | undefined
  readonly locale: Locale
}

/** Drawn again only when its record comes: scrolling moves the others as they are. */
export const RecordRow = memo(function RecordRow({ place, columns, row, locale }: Props) {
  return (
    <tr aria-rowindex={place + 2} className={styles.row}>
      {columns.map(({ path, kind }, i) => {
        const said = row ? exact(row.values[i], kind, locale) : ''
        return (
          <td key={path} className={isFigure(kind) ? styles.number : undefined} title={said}>
            {row ? said : <span className={styles.coming} />}
          </td>
        )
      })}
    </tr>
  )
})
