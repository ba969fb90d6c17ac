import { SegmentedControl, Tabs } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { reportQuery } from '../../queries.ts'
import { useWords } from '../../words/index.ts'
import { CompletenessBadge, FreshnessBadge } from './badges.tsx'
import { carriedTo } from './carried.ts'
import { overTime } from './over-time.ts'
import { useReport } from './report-context.ts'
import styles from './view-row.module.css'

/** What changes the calculation on the left; whether the answer can be trusted on the right. */
export function ViewRow() {
  const { page } = useReport()
  return (
    <div className={styles.row}>
      {page.tabs.length > 1 && <CalculationTabs />}
      {page.views.length > 1 && <ViewSwitch />}
      <div className={styles.badges}>
        <FreshnessBadge />
        <CompletenessBadge />
      </div>
    </div>
  )
}

function CalculationTabs() {
  const words = useWords()
  const { page, full } = useReport()
  const go = useTab()
  return (
    <Tabs
      value={full.tab ?? page.tabs[0]?.key}
      onChange={(tab) => go(tab === page.tabs[0]?.key ? undefined : (tab ?? undefined))}
      className={styles.tabs}
    >
      <Tabs.List aria-label={words('report.tabs')}>
        {page.tabs.map(({ key, label }) => (
          <Tabs.Tab key={key} value={key}>
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  )
}

/** What the other tab does not know is left behind. */
function useTab() {
  const { page, question, ask } = useReport()
  const client = useQueryClient()
  return async (tab: string | undefined) => {
    const next = await client.ensureQueryData(reportQuery(page.id, tab)).catch(() => null)
    ask({ ...(next && carriedTo(next, question)), tab })
  }
}

function ViewSwitch() {
  const words = useWords()
  const { full, question, ask } = useReport()
  return (
    <SegmentedControl
      aria-label={words('report.view')}
      value={full.view ?? 'totals'}
      onChange={(view) =>
        ask(view === 'over-time' ? overTime(question) : { view: 'totals', frequency: undefined, sort: undefined })
      }
      data={[
        { value: 'totals', label: words('report.totals') },
        { value: 'over-time', label: words('report.overTime') },
      ]}
    />
  )
}
