import { useMediaQuery } from '@mantine/hooks'
import { RecordsDrawer } from '../../answer/index.ts'
import { LoadingBar } from '../../parts/loading-bar.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { useWords } from '../../words/index.ts'
import { narrow } from '../frame/frame-panel.ts'
import type { PanelTab } from './asking.ts'
import { Chips } from './chips.tsx'
import { isEmpty } from './empty.tsx'
import { Figures } from './figures.tsx'
import { Header } from './header.tsx'
import { Notes } from './notes.tsx'
import { Panel } from './panel/panel.tsx'
import { useReport } from './report-context.ts'
import styles from './report-layout.module.css'
import { ViewRow } from './view-row.tsx'

interface Progress {
  readonly error: Error | null
  readonly waiting: boolean
  /** The answer on the screen is to the question before. */
  readonly old: boolean
  readonly retry: () => void
}

export function ReportLayout({ error, waiting, old, retry }: Progress) {
  const tab = usePanelTab()
  const { answer } = useReport()
  return (
    <div className={styles.layout}>
      <main id="main" tabIndex={-1} className={styles.main}>
        <LoadingBar on={waiting} />
        <Header />
        <ViewRow />
        <Chips />
        {answer && !isEmpty(answer) && <Notes />}
        <Figures error={error} old={old} retry={retry} />
      </main>
      <Settings tab={tab} />
      <Behind />
    </div>
  )
}

/** Open beside the answer where there is room, a sheet where there is not. */
function Settings({ tab }: { readonly tab: PanelTab | 'closed' }) {
  const words = useWords()
  const { show } = useReport()
  const isNarrow = useMediaQuery(narrow, false, { getInitialValueInEffect: false })
  if (!isNarrow) return tab === 'closed' ? null : <Panel tab={tab} />
  return (
    <Sheet label={words('report.panel')} side="right" open={tab !== 'closed'} onClose={() => show('closed')}>
      {tab !== 'closed' && <Panel tab={tab} sheet />}
    </Sheet>
  )
}

export function usePanelTab(): PanelTab | 'closed' {
  const { panel } = useReport()
  const isNarrow = useMediaQuery(narrow, false, { getInitialValueInEffect: false })
  return panel ?? (isNarrow ? 'closed' : 'filters')
}

function Behind() {
  const { page, question, cell, answer, open } = useReport()
  if (!answer) return null
  return <RecordsDrawer reportId={page.id} question={question} cell={cell} answer={answer} onClose={() => open(null)} />
}
