import { UnstyledButton } from '@mantine/core'
import { IconSelector } from '@tabler/icons-react'
import type { ComponentPropsWithRef } from 'react'
import styles from './setting-button.module.css'

interface Setting {
  readonly label: string
  readonly shown: string
  readonly open: boolean
}

/** A row of the settings panel: what it sets on the left, what it is set to on the right. */
export function SettingButton({ label, shown, open, ...button }: Setting & ComponentPropsWithRef<'button'>) {
  return (
    <UnstyledButton {...button} className={styles.row} data-open={open || undefined}>
      <span className={styles.label}>{label}</span>
      <span className={styles.value}>{shown}</span>
      <IconSelector size={14} className={styles.icon} aria-hidden />
    </UnstyledButton>
  )
}
