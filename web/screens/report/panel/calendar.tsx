import '@mantine/dates/styles.layer.css'
import { Button, FocusTrap } from '@mantine/core'
import { DatePicker, DatesProvider } from '@mantine/dates'
import { useState } from 'react'
import { useWords } from '../../../words/index.ts'
import { useReport } from '../report-context.ts'
import styles from './date-range.module.css'
import type { GivenDays } from './given-days.ts'

interface Picked {
  readonly given: GivenDays
  /** With two nulls when nothing was picked. */
  readonly onDone: (days: GivenDays) => void
}

/** Two days, both included. */
export default function Calendar({ given, onDone }: Picked) {
  const words = useWords()
  const { answer, people } = useReport()
  const [chosen, setChosen] = useState(given)
  const [from, until] = chosen
  return (
    <DatesProvider settings={{ firstDayOfWeek: weekday(people?.account.weekStart) }}>
      <FocusTrap>
        <div>
          <DatePicker
            type="range"
            size="xs"
            hideOutsideDates
            allowSingleDateInRange
            ariaLabels={useLabels()}
            value={chosen}
            onChange={setChosen}
            defaultDate={from ?? answer?.range.from ?? undefined}
          />
          <div className={styles.done}>
            <Button onClick={() => onDone([null, null])}>{words('filters.cancel')}</Button>
            <Button variant="filled" disabled={!from || !until} onClick={() => onDone(chosen)}>
              {words('filters.apply')}
            </Button>
          </div>
        </div>
      </FocusTrap>
    </DatesProvider>
  )
}

function useLabels() {
  const words = useWords()
  return {
    previousMonth: words('range.previousMonth'),
    nextMonth: words('range.nextMonth'),
    monthLevelControl: words('range.chooseMonth'),
  }
}

/** The library counts from Sunday 0. */
const weekday = (iso = 1) => (iso % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6
