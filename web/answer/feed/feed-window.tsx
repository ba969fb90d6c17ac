import { useMediaQuery } from '@mantine/hooks'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef } from 'react'
import type { Answer, RecordsPage } from '../../../src/answer/shapes.ts'
import { readerOf } from '../../reader.ts'
import { useWords } from '../../words/index.ts'
import { useCellText } from '../drawer/cell-text.ts'
import { type Listing, useRows } from '../drawer/pages.ts'
import { DayHeading } from './day-heading.tsx'
import { EntryLine } from './entry-line.tsx'
import styles from './feed.module.css'
import { type FeedDay, type Line, linesOf } from './lines.ts'

interface Props {
  readonly listing: Listing
  readonly answer: Answer
  readonly page: RecordsPage
  readonly days: readonly FeedDay[]
}

/** Browsers cannot make an element higher than about 33 million pixels; beyond, the file has them all. */
const most = 500_000
const spare = 16
const height = { wide: 40, narrow: 60 } as const

/** A window on a feed of any length: only what is in sight is drawn, only its pages are asked for. */
export function FeedWindow({ listing, answer, page, days }: Props) {
  const t = useWords()
  const box = useRef<HTMLDivElement>(null)
  const narrow = useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false }) ?? false
  const lines = useMemo(() => linesOf(days, page.count), [days, page.count])
  const row = narrow ? height.narrow : height.wide
  const virtual = useVirtualizer({
    count: Math.min(lines.count, most),
    getScrollElement: () => box.current,
    estimateSize: () => row,
    overscan: spare,
  })
  const drawn = virtual.getVirtualItems()
  const places = drawn.flatMap(({ index }) => placeOf(lines.at(index)))
  const { rowAt } = useRows(listing, places[0] ?? 0, places.at(-1) ?? 0)
  const text = useCellText(listing, page, answer)
  const locale = useMemo(() => readerOf(answer), [answer])
  const top = lines.dayAt(Math.floor((virtual.scrollOffset ?? 0) / row))
  return (
    <section
      className={styles.feed}
      ref={box}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
      tabIndex={0}
      aria-label={t('answer.feed.label', { count: page.count })}
    >
      {top && <DayHeading day={top} locale={locale} sticky />}
      <ol className={styles.lines} style={{ height: virtual.getTotalSize() }}>
        {drawn.map(({ index, start }) => {
          const line = lines.at(index)
          const record = line.kind === 'entry' ? rowAt(line.place) : undefined
          return (
            <li key={index} className={styles.line} style={{ height: row, transform: `translateY(${start}px)` }}>
              {line.kind === 'day' ? (
                <DayHeading day={line.day} locale={locale} />
              ) : (
                <EntryLine
                  record={record}
                  columns={page.columns}
                  text={text}
                  locale={locale}
                  dated={days.length === 0}
                />
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

const placeOf = (line: Line): readonly number[] => (line.kind === 'entry' ? [line.place] : [])
