import { UnstyledButton } from '@mantine/core'
import { IconCalendar, IconX } from '@tabler/icons-react'
import { day } from '../../../src/draw/index.ts'
import { useWords } from '../../words/index.ts'
import { readerLanguage } from '../../words/language.ts'
import styles from './chips.module.css'
import { useRangeWords } from './range-words.ts'
import { removing, withoutFilters } from './removing.ts'
import { useReport } from './report-context.ts'

/** What every figure below is filtered by, readable without opening a panel. */
export function Chips() {
  const words = useWords()
  const { answer } = useReport()
  return (
    <ul className={styles.chips} aria-label={words('report.filteredBy')}>
      <DateChip />
      {answer?.chips.map(({ key, label }) => (
        <Chip key={key} place={key} label={label} />
      ))}
      <ClearAll />
    </ul>
  )
}

function DateChip() {
  const { answer, show } = useReport()
  const range = useRangeWords()
  if (!answer) return null
  return (
    <li>
      <UnstyledButton className={styles.chip} data-way onClick={() => show('filters')}>
        <IconCalendar size={14} stroke={1.6} aria-hidden />
        <span className={styles.soft}>{answer.dateLabel}</span>
        {range}
      </UnstyledButton>
    </li>
  )
}

const isoDay = /\b\d{4}-\d{2}-\d{2}\b/g

function Chip({ place, label: said }: { readonly place: string; readonly label: string }) {
  const words = useWords()
  const label = said.replaceAll(isoDay, (iso) => day(iso, readerLanguage()))
  const { question, ask } = useReport()
  const change = removing(place, question)
  return (
    <li className={styles.chip}>
      {label}
      {change && (
        <UnstyledButton
          className={styles.remove}
          aria-label={words('report.removeFilter', { filter: label })}
          onClick={() => ask(change)}
        >
          <IconX size={12} stroke={2} />
        </UnstyledButton>
      )}
    </li>
  )
}

function ClearAll() {
  const words = useWords()
  const { answer, question, ask } = useReport()
  const removable = answer?.chips.filter(({ key }) => removing(key, question)) ?? []
  if (removable.length < 2) return null
  return (
    <li>
      <UnstyledButton className={styles.clear} onClick={() => ask(withoutFilters)}>
        {words('report.clearFilters')}
      </UnstyledButton>
    </li>
  )
}
