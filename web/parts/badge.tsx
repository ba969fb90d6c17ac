import { Popover, UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './badge.module.css'

interface Badge {
  readonly tone: 'quiet' | 'better' | 'warning'
  readonly label: string
  readonly title: string
  readonly children: ReactNode
}

/** A word about the answer that opens its explanation. */
export function Badge({ tone, label, title, children }: Badge) {
  return (
    <Popover position="bottom-end" width={300} trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={styles.badge} data-tone={tone}>
          <span className={styles.dot} aria-hidden />
          {label}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={styles.explanation} tabIndex={-1} aria-label={title}>
        <strong className={styles.title}>{title}</strong>
        {children}
      </Popover.Dropdown>
    </Popover>
  )
}
