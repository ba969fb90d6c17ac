import { Tooltip } from '@mantine/core'
import { IconTarget } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useWords } from '../../words/index.ts'
import styles from './left-panel.module.css'

export function GoalsLink({ folded }: { readonly folded: boolean }) {
  const label = useWords()('app.goals')
  return (
    <Tooltip label={label} position="right" disabled={!folded}>
      <Link to="/goals" className={styles.data} aria-label={label}>
        <IconTarget size={16} stroke={1.6} />
        {!folded && label}
      </Link>
    </Tooltip>
  )
}
