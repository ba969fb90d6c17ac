import { days } from '../../../../src/draw/index.ts'
import { presets } from '../../../choices.ts'
import { readerOf } from '../../../reader.ts'
import { useWords } from '../../../words/index.ts'
import { useReport } from '../report-context.ts'
import styles from './date-range.module.css'
import { RangeChoice } from './range-choice.tsx'

/** The range of the report; the property that is ranged over is named below it, with the days. */
export function DateRange() {
  const words = useWords()
  const { page, answer, full, ask } = useReport()
  const range = answer && days(answer.range.from, answer.range.until, readerOf(answer).language)
  const isPreset = presets.some((name) => name === full.range)
  const label = answer?.dateLabel ?? page.dateLabel
  return (
    <>
      <RangeChoice
        label={words('filters.dateRange')}
        range={full.range ?? ''}
        onPick={(range) => ask({ range, frequency: undefined })}
      />
      <p className={styles.property}>
        <span>{label !== words('filters.dateRange') && label}</span>
        <span className={styles.days}>{isPreset && range}</span>
      </p>
    </>
  )
}
