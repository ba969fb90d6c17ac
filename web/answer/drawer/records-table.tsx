import { useEffect, useMemo, useRef } from 'react'
import type { Answer, RecordsPage } from '../../../src/answer/shapes.ts'
import { useWords } from '../../words/index.ts'
import { ColumnWidths, Gap, useRowsInSight, widthOfAll } from '../rows-in-sight.tsx'
import { useCellText } from './cell-text.ts'
import { columnWidths } from './columns.ts'
import styles from './drawer.module.css'
import { type Listing, useRows } from './pages.ts'
import { RecordRow } from './record-row.tsx'
import { RecordsHeader } from './records-header.tsx'

interface Props {
  readonly page: RecordsPage
  /** The list is of the order before. */
  readonly old: boolean
  readonly listing: Listing
  readonly answer: Answer
  readonly sort: Listing['sort']
  readonly onSort: (sort: Listing['sort']) => void
}

/** Browsers cannot make an element higher than about 33 million pixels; beyond, the file has them all. */
const mostRows = 900_000

/** A window on a list of any length: only rows in sight are drawn, only their pages are asked for. */
export function RecordsTable({ page, old, listing, answer, sort, onSort }: Props) {
  const t = useWords()
  const box = useRef<HTMLDivElement>(null)
  const { places, above, below } = useRowsInSight(box, Math.min(page.count, mostRows))
  const { rowAt } = useRows(listing, places[0] ?? 0, places.at(-1) ?? 0)
  const { columns } = page
  const widths = useMemo(() => columnWidths(page), [page])
  const text = useCellText(listing, page, answer)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another order begins at its top.
  useEffect(() => {
    box.current?.scrollTo({ top: 0 })
  }, [listing.sort])
  return (
    <section
      className={styles.list}
      ref={box}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
      tabIndex={0}
      aria-label={t('answer.drawer.list')}
      data-old={old || undefined}
    >
      <table className={styles.table} aria-rowcount={page.count + 1} style={{ minWidth: widthOfAll(widths) }}>
        <ColumnWidths widths={widths} />
        <RecordsHeader columns={columns} sort={sort} onSort={onSort} />
        <tbody>
          <Gap height={above} />
          {places.map((place) => (
            <RecordRow key={place} place={place} columns={columns} row={rowAt(place)} text={text} />
          ))}
          <Gap height={below} />
        </tbody>
      </table>
    </section>
  )
}
