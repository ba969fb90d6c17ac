import { Added } from './added.tsx'
import { DateRange } from './date-range.tsx'
import { BreakdownChoice, CompareChoice, FrequencyChoice, GroupChoice } from './dimensions.tsx'
import styles from './panel.module.css'
import { PipelineChoice, RepsChoice, TeamsChoice } from './people.tsx'
import { ReportSettings } from './settings.tsx'

export function FiltersTab() {
  return (
    <>
      <div className={styles.group}>
        <DateRange />
        <FrequencyChoice />
        <CompareChoice />
      </div>
      <div className={styles.group}>
        <GroupChoice />
        <BreakdownChoice />
      </div>
      <div className={styles.group}>
        <RepsChoice />
        <TeamsChoice />
        <PipelineChoice />
        <ReportSettings />
      </div>
      <Added />
    </>
  )
}
