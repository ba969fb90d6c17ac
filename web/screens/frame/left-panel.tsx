import { ActionIcon, Kbd, Tooltip, UnstyledButton } from '@mantine/core'
import { spotlight } from '@mantine/spotlight'
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand, IconSearch, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { reportsQuery } from '../../queries.ts'
import { useWords } from '../../words/index.ts'
import { collectionsOf } from './collections.ts'
import { DataLink } from './data-link.tsx'
import { FoldedReports } from './folded-reports.tsx'
import { GoalsLink } from './goals-link.tsx'
import styles from './left-panel.module.css'
import { Mark } from './mark.tsx'
import { ReportTree } from './report-tree.tsx'
import { useRevealed } from './revealed.ts'
import { ThemeSwitch } from './theme-switch.tsx'

interface Panel {
  readonly folded: boolean
  /** Shown above the screen, to be closed instead of folded. */
  readonly sheet?: boolean
  readonly onFold: () => void
}

export function LeftPanel({ folded, sheet = false, onFold }: Panel) {
  const words = useWords()
  const { data } = useQuery(reportsQuery)
  const collections = collectionsOf(data ?? [])
  const list = useRevealed(data !== undefined)
  return (
    <nav className={styles.panel} data-folded={folded || undefined} aria-label={words('app.reports')}>
      <Top folded={folded} sheet={sheet} onFold={onFold} />
      <Find folded={folded} />
      <div className={styles.reports} ref={list}>
        {folded ? <FoldedReports collections={collections} /> : <ReportTree collections={collections} />}
      </div>
      <div className={styles.bottom}>
        <GoalsLink folded={folded} />
        <DataLink folded={folded} />
        <ThemeSwitch />
      </div>
    </nav>
  )
}

function Top({ folded, sheet, onFold }: Panel) {
  const words = useWords()
  const Icon = sheet ? IconX : folded ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse
  const label = words(sheet ? 'app.close' : folded ? 'app.unfold' : 'app.fold')
  return (
    <div className={styles.top}>
      <Link to="/" className={styles.home} aria-label={words('app.name')}>
        <Mark />
        {!folded && <span>{words('app.name')}</span>}
      </Link>
      <Tooltip label={label} position="right">
        <ActionIcon aria-label={label} aria-expanded={sheet ? undefined : !folded} onClick={onFold}>
          <Icon size={18} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
    </div>
  )
}

function Find({ folded }: { readonly folded: boolean }) {
  const words = useWords()
  return (
    <UnstyledButton className={styles.find} onClick={spotlight.open} aria-label={words('app.searchLong')}>
      <IconSearch size={16} stroke={1.6} />
      {!folded && <span className={styles.findText}>{words('app.search')}</span>}
      {!folded && <Kbd className={styles.kbd}>{modifier} K</Kbd>}
    </UnstyledButton>
  )
}

const modifier = /mac|iphone|ipad/i.test(navigator.userAgent) ? '⌘' : 'Ctrl'
