import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Answer } from '../../../src/answer/shapes.ts'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { useWords } from '../../words/index.ts'
import styles from './drawer.module.css'
import { firstPageQuery, type Listing } from './pages.ts'
import { RecordsTable } from './records-table.tsx'

interface Props {
  readonly listing: Listing
  readonly answer: Answer
}

/** The records, in the order that the reader chose. */
export function RecordsList({ listing, answer }: Props) {
  const t = useWords()
  const [sort, setSort] = useState<Listing['sort']>(undefined)
  const [settled, settle] = useState(sort)
  const { data: page, error, refetch, isPlaceholderData } = useQuery(firstPageQuery({ ...listing, sort }))
  // Until the new order is here, the pages of the old one stay.
  if (page && !isPlaceholderData && settled !== sort) settle(sort)
  if (error && !page) return <ProblemNotice error={error} retry={() => void refetch()} />
  if (!page) return <Skeleton />
  if (page.count === 0)
    return (
      <div className={styles.empty}>
        <p className={styles.emptyTitle}>{t('answer.drawer.empty')}</p>
        <p>{t('answer.drawer.emptyNext')}</p>
      </div>
    )
  return (
    <RecordsTable
      page={page}
      old={isPlaceholderData}
      listing={{ ...listing, sort: settled }}
      answer={answer}
      sort={sort}
      onSort={setSort}
    />
  )
}

const places = Array.from({ length: 8 }, (_, i) => i)

/** The shape of a list, shown only when it takes a while. */
function Skeleton() {
  return (
    <div className={styles.skeleton} aria-hidden="true">
      {places.map((place) => (
        <div key={place} className={styles.skeletonRow} />
      ))}
    </div>
  )
}
