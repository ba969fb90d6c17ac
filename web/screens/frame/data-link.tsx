import { Tooltip } from '@mantine/core'
import { IconDatabase } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useWords } from '../../words/index.ts'
import styles from './left-panel.module.css'

export function DataLink({ folded }: { readonly folded: boolean }) {
  const label = useWords()('app.data')
  return (
    <Tooltip label={label} position="right" disabled={!folded}>
      <Link to="/data" className={styles.data} aria-label={label}>
        <IconDatabase size={16} stroke={1.6} />
        {!folded && label}
      </Link>
    </Tooltip>
  )
}
