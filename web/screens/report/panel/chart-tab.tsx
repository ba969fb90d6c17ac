import { Switch } from '@mantine/core'
import type { ChartType } from '../../../../src/answer/index.ts'
import { chartTypes, trends } from '../../../choices.ts'
import { Choice } from '../../../parts/choice.tsx'
import { useWords } from '../../../words/index.ts'
import { isDrawable } from '../pictured.ts'
import { useReport } from '../report-context.ts'
import styles from './panel.module.css'
import { SortChoices } from './sort.tsx'

export function ChartTab() {
  return (
    <>
      <div className={styles.group}>
        <TypeChoice />
        <MeasuresChoice />
      </div>
      <div className={styles.group}>
        <TrendChoice />
        <AnomaliesSwitch />
      </div>
      <div className={styles.group}>
        <SortChoices />
      </div>
    </>
  )
}

function TypeChoice() {
  const words = useWords()
  const { page, answer, full, ask } = useReport()
  const type = answer?.chart.type ?? full.chart
  const isOffered = (name: ChartType) =>
    name === 'feed' ? page.defaults.chart === name : isDrawable(name, full.by, page)
  const options = chartTypes
    .filter((name) => page.chartTypes.includes(name) && isOffered(name))
    .map((value) => ({ value, label: words(`chartType.${value}`) }))
  return (
    <Choice
      label={words('settings.type')}
      shown={type ? words(`chartType.${type}`) : ''}
      groups={[{ label: null, options }]}
      chosen={type ? [type] : []}
      onPick={(value) => ask({ chart: chartTypes.find((name) => name === value) })}
    />
  )
}

/** Those of the report, until the reader leaves some out or adds others; the last one stays. */
function MeasuresChoice() {
  const words = useWords()
  const { page, full, ask } = useReport()
  const all = page.measures.map(({ key }) => key)
  const usual = page.measures.filter(({ onDemand }) => !onDemand).map(({ key }) => key)
  const chosen = full.measures?.length ? full.measures : usual
  const toggle = (key: string) => {
    const next = all.filter((other) => (other === key) !== chosen.includes(other))
    if (next.length > 0) ask({ measures: next.join() === usual.join() ? undefined : next })
  }
  const shown =
    chosen.join() === usual.join() ? words('settings.allMeasures') : words('filters.chosen', { count: chosen.length })
  const options = page.measures.map(({ key, label }) => ({ value: key, label }))
  return (
    <Choice
      label={words('settings.measures')}
      shown={shown}
      groups={[{ label: null, options }]}
      chosen={chosen}
      onPick={toggle}
      many
    />
  )
}

function TrendChoice() {
  const words = useWords()
  const { full, ask } = useReport()
  const chosen = full.trend ?? 'none'
  const overTime = full.view === 'over-time'
  const options = trends.map((value) => ({ value, label: words(`trend.${value}`) }))
  return (
    <Choice
      label={words('settings.trend')}
      shown={words(overTime ? `trend.${chosen}` : 'settings.trendHint')}
      groups={[{ label: null, options }]}
      chosen={[chosen]}
      disabled={!overTime}
      onPick={(value) => ask({ trend: trends.find((name) => name === value) })}
    />
  )
}

function AnomaliesSwitch() {
  const words = useWords()
  const { full, ask } = useReport()
  return (
    <Switch
      className={styles.switch}
      size="xs"
      labelPosition="left"
      label={words('settings.anomalies')}
      description={words('settings.anomaliesHint')}
      checked={full.anomalies ?? false}
      disabled={full.view !== 'over-time'}
      onChange={(event) => ask({ anomalies: event.currentTarget.checked || undefined })}
    />
  )
}
