import { SegmentedControl, Select, TextInput } from '@mantine/core'
import { useId } from 'react'
import { useWords } from '../../words/index.ts'
import { readerLanguage } from '../../words/language.ts'
import styles from './goals.module.css'
import type { Edited } from './held-fields.tsx'
import { type Length, lengths, periodAround, periodName, periodsAround } from './period.ts'

/** A month, a quarter, or any two days. */
export function PeriodFields(of: Edited) {
  const { draft, onChange } = of
  const words = useWords()
  const label = useId()
  const choose = (text: string) => {
    const length: Length = lengths.find((each) => each === text) ?? 'days'
    onChange({ ...draft, length, ...(length === 'days' ? {} : periodAround(draft.startsOn, length)) })
  }
  return (
    <div className={styles.period}>
      <span id={label} className={styles.label}>
        {words('goals.period')}
      </span>
      <SegmentedControl
        fullWidth
        aria-labelledby={label}
        data={lengths.map((value) => ({ value, label: words(`goals.length.${value}`) }))}
        value={draft.length}
        onChange={choose}
      />
      {draft.length === 'days' ? <OwnDays {...of} /> : <PeriodSelect {...of} length={draft.length} />}
    </div>
  )
}

function PeriodSelect({ draft, people, onChange, length }: Edited & { readonly length: 'month' | 'quarter' }) {
  const words = useWords()
  const offered = periodsAround(people.account.today, length)
  const chosen = { startsOn: draft.startsOn, endsOn: draft.endsOn }
  const all = offered.some(({ startsOn }) => startsOn === chosen.startsOn) ? offered : [chosen, ...offered]
  const choose = (startsOn: string | null) => startsOn && onChange({ ...draft, ...periodAround(startsOn, length) })
  return (
    <Select
      aria-label={words(`goals.length.${length}`)}
      data={all.map((days) => ({ value: days.startsOn, label: periodName(days, readerLanguage()) ?? days.startsOn }))}
      value={draft.startsOn}
      onChange={choose}
      comboboxProps={{ withinPortal: false }}
    />
  )
}

function OwnDays({ draft, onChange }: Edited) {
  const words = useWords()
  const wrong = draft.endsOn !== '' && draft.endsOn < draft.startsOn
  return (
    <div className={styles.two}>
      <TextInput
        type="date"
        label={words('goals.firstDay')}
        value={draft.startsOn}
        onChange={(event) => onChange({ ...draft, startsOn: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={words('goals.lastDay')}
        value={draft.endsOn}
        error={wrong ? words('goals.reversed') : null}
        onChange={(event) => onChange({ ...draft, endsOn: event.currentTarget.value })}
      />
    </div>
  )
}
