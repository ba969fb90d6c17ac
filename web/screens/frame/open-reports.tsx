import { ActionIcon } from '@mantine/core'
import { IconMenu2 } from '@tabler/icons-react'
import { useWords } from '../../words/index.ts'
import { useOpenReports } from './frame-panel.ts'

/** Where the reports panel is a sheet, the button that opens it. */
export function OpenReports() {
  const words = useWords()
  const open = useOpenReports()
  if (!open) return null
  return (
    <ActionIcon size={36} ml="calc(var(--space-2) * -1)" aria-label={words('app.openReports')} onClick={open}>
      <IconMenu2 size={20} stroke={1.6} />
    </ActionIcon>
  )
}
