import { Popover } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { days } from '../../../../src/draw/index.ts'
import { presetGroups, presets } from '../../../choices.ts'
import { Choice, inPlace } from '../../../parts/choice.tsx'
import type { OptionGroup } from '../../../parts/option-list.tsx'
import { readerOf } from '../../../reader.ts'
import { useWords } from '../../../words/index.ts'
import { useReport } from '../report-context.ts'
import styles from './date-range.module.css'
import { type GivenDays, givenDays } from './given-days.ts'

const Calendar = lazy(() => import('./calendar.tsx'))

const custom = 'custom'

interface Ranged {
  readonly label: string
  /** A preset or two days; empty where nothing is chosen. */
  readonly range: string
  /** What nothing chosen means, where it may be. */
  readonly none?: string
  readonly onPick: (range: string) => void
}

/** Presets in groups, or any two days from a calendar. */
export function RangeChoice({ label, range, none, onPick }: Ranged) {
  const words = useWords()
  const [calendar, setCalendar] = useState(false)
  const preset = presets.find((name) => name === range)
  const given = givenDays(range)
  const done = ([from, until]: GivenDays) => {
    if (from && until) onPick(`${from}..${until}`)
    setCalendar(false)
  }
  return (
    <Popover opened={calendar} onChange={setCalendar} position="bottom-end" withRoles={false} {...inPlace} returnFocus>
      <Popover.Target>
        <div>
          <Choice
            label={label}
            shown={useShown(range, none)}
            groups={useGroups(none)}
            chosen={[preset ?? (range === '' ? '' : custom)]}
            onPick={(value) => (value === custom ? setCalendar(true) : onPick(value))}
            searchable
          />
        </div>
      </Popover.Target>
      <Popover.Dropdown className={styles.calendar} role="dialog" aria-label={words('range.customRange')}>
        <Suspense>{calendar && <Calendar given={given} onDone={done} />}</Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}

function useShown(range: string, none = ''): string {
  const words = useWords()
  const { answer } = useReport()
  const preset = presets.find((name) => name === range)
  if (preset) return words(`range.${preset}`)
  const [from, until] = givenDays(range)
  if (!from || !until) return none
  return days(from, dayAfter(until), readerOf(answer).language)
}

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}

function useGroups(none: string | undefined): readonly OptionGroup[] {
  const words = useWords()
  const listed = presetGroups.map(({ group, presets }) => ({
    label: words(`range.${group}`),
    options: presets.map((value) => ({ value, label: words(`range.${value}`) })),
  }))
  const nothing = none === undefined ? [] : [{ value: '', label: none }]
  return [{ label: null, options: [...nothing, { value: custom, label: words('range.customRange') }] }, ...listed]
}
