import { ActionIcon, Tabs } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { useWords } from '../../../words/index.ts'
import { type PanelTab, panelTabs } from '../asking.ts'
import { useReport } from '../report-context.ts'
import { ChartTab } from './chart-tab.tsx'
import { FiltersTab } from './filters-tab.tsx'
import styles from './panel.module.css'

const AboutTab = lazy(() => import('./about-tab.tsx'))

interface Shown {
  readonly tab: PanelTab
  readonly sheet?: boolean
}

const contents = { filters: FiltersTab, chart: ChartTab, about: AboutTab } as const

/** What is asked, how it is drawn, and what it means. */
export function Panel({ tab, sheet = false }: Shown) {
  const words = useWords()
  const { show } = useReport()
  const Content = contents[tab]
  return (
    <aside className={styles.panel} data-sheet={sheet || undefined} aria-label={words('report.panel')}>
      <Tabs
        value={tab}
        onChange={(next) => show(panelTabs.find((name) => name === next) ?? tab)}
        className={styles.tabs}
      >
        <Head />
        <Tabs.Panel value={tab} className={styles.content}>
          <Suspense>
            <Content />
          </Suspense>
        </Tabs.Panel>
      </Tabs>
    </aside>
  )
}

function Head() {
  const words = useWords()
  const { show } = useReport()
  return (
    <div className={styles.head}>
      <Tabs.List aria-label={words('report.panel')}>
        {panelTabs.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {words(`report.${name}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <ActionIcon className={styles.close} aria-label={words('report.hidePanel')} onClick={() => show('closed')}>
        <IconX size={16} stroke={1.6} />
      </ActionIcon>
    </div>
  )
}
