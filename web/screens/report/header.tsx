import { ActionIcon, Tooltip } from '@mantine/core'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { useWords } from '../../words/index.ts'
import { OpenReports } from '../frame/open-reports.tsx'
import { CopyAddress, RefreshData, useReportActions } from './actions.tsx'
import { ExportRecords } from './export-records.tsx'
import styles from './header.module.css'
import { useReport } from './report-context.ts'
import { usePanelTab } from './report-layout.tsx'

export function Header() {
  const { page } = useReport()
  useReportActions()
  return (
    <header className={styles.header}>
      <OpenReports />
      <div className={styles.names}>
        <h1 className={styles.title}>{page.title}</h1>
        <p className={styles.question}>{page.question}</p>
      </div>
      <div className={styles.actions}>
        <RefreshData />
        <CopyAddress />
        <ExportRecords />
        <PanelToggle />
      </div>
    </header>
  )
}

function PanelToggle() {
  const words = useWords()
  const { show } = useReport()
  const open = usePanelTab() !== 'closed'
  const label = words(open ? 'report.hidePanel' : 'report.showPanel')
  return (
    <Tooltip label={label}>
      <ActionIcon
        size="var(--control)"
        aria-label={label}
        aria-expanded={open}
        onClick={() => show(open ? 'closed' : 'filters')}
      >
        <IconAdjustmentsHorizontal size={18} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  )
}
