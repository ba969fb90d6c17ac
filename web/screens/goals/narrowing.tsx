import { SegmentedControl, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useWords } from '../../words/index.ts'
import styles from './goals.module.css'
import { type Time, times } from './narrowed.ts'

interface Narrowed {
  readonly time: Time
  readonly search: string
  readonly onTime: (time: Time) => void
  readonly onSearch: (search: string) => void
}

export function useNarrowing(): Narrowed {
  const [time, onTime] = useState<Time>('now')
  const [search, onSearch] = useState('')
  return { time, search, onTime, onSearch }
}

/** Which rows are shown, and the button that makes one. */
export function Narrowing({ time, search, onTime, onSearch, children }: Narrowed & { readonly children: ReactNode }) {
  const words = useWords()
  return (
    <div className={styles.narrowing}>
      <SegmentedControl
        aria-label={words('goals.time')}
        data={times.map((value) => ({ value, label: words(`goals.times.${value}`) }))}
        value={time}
        onChange={(text) => onTime(times.find((each) => each === text) ?? 'now')}
      />
      <TextInput
        className={styles.search}
        aria-label={words('goals.find')}
        placeholder={words('goals.find')}
        value={search}
        onChange={(event) => onSearch(event.currentTarget.value)}
      />
      {children}
    </div>
  )
}
