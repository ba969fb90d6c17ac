import { CloseButton, Drawer } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../../words/index.ts'
import styles from './goals.module.css'

interface Shown {
  readonly title: string
  readonly open: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Where a goal or a forecast is written. Escape closes it, and nothing is kept. */
export function EditDrawer({ title, open, onClose, children }: Shown) {
  const words = useWords()
  return (
    <Drawer.Root opened={open} onClose={onClose} position="right" size="min(400px, 100vw)" padding={0}>
      <Drawer.Overlay />
      <Drawer.Content aria-label={title}>
        <div className={styles.drawer}>
          <div className={styles.drawerHead}>
            <h2 className={styles.drawerTitle}>{title}</h2>
            <CloseButton aria-label={words('app.close')} onClick={onClose} />
          </div>
          {children}
        </div>
      </Drawer.Content>
    </Drawer.Root>
  )
}
