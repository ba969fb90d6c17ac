import { Drawer } from '@mantine/core'
import type { ReactNode } from 'react'

interface Sheet {
  readonly label: string
  readonly side: 'left' | 'right'
  readonly open: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A panel where there is no room for panels. */
export function Sheet({ label, side, open, onClose, children }: Sheet) {
  return (
    <Drawer.Root opened={open} onClose={onClose} position={side} size="min(340px, 88vw)" padding={0}>
      <Drawer.Overlay color="var(--veil)" backgroundOpacity={1} />
      <Drawer.Content aria-label={label}>{children}</Drawer.Content>
    </Drawer.Root>
  )
}
