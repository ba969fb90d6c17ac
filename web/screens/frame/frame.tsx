import { useDisclosure, useMediaQuery } from '@mantine/hooks'
import { Outlet, useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Sheet } from '../../parts/sheet.tsx'
import { useWords } from '../../words/index.ts'
import { Finder } from './finder.tsx'
import { useFolded } from './folded.ts'
import styles from './frame.module.css'
import { FramePanel, narrow } from './frame-panel.ts'
import { LeftPanel } from './left-panel.tsx'

/** Around every screen: the reports on the left, the screen in the middle, the finder above all. */
export function Frame() {
  const words = useWords()
  const [folded, setFolded] = useFolded()
  const [sheet, { open, close }] = useDisclosure(false)
  const isNarrow = useMediaQuery(narrow, false, { getInitialValueInEffect: false })
  const { pathname } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: going somewhere closes the sheet.
  useEffect(close, [pathname])
  return (
    <FramePanel value={isNarrow ? open : null}>
      <a className={styles.skip} href="#main">
        {words('app.skip')}
      </a>
      <div className={styles.frame} data-folded={folded || undefined}>
        {!isNarrow && <LeftPanel folded={folded} onFold={() => setFolded(!folded)} />}
        <div className={styles.middle}>
          <Outlet />
        </div>
      </div>
      {isNarrow && (
        <Sheet label={words('app.reports')} side="left" open={sheet} onClose={close}>
          <LeftPanel folded={false} sheet onFold={close} />
        </Sheet>
      )}
      <Finder />
    </FramePanel>
  )
}
