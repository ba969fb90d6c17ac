import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { ComponentProps } from 'react'
import styles from './sort-button.module.css'

export type Direction = 'asc' | 'desc'

interface Props extends ComponentProps<'button'> {
  readonly name: string
  /** Null when the list is in another order. */
  readonly direction: Direction | null
  /** The direction that the first click gives. */
  readonly firstDirection: Direction
}

/** The name of a column that the list can be ordered by. */
export function SortButton({ name, direction, firstDirection, ...rest }: Props) {
  const Arrow = (direction ?? firstDirection) === 'asc' ? IconArrowUp : IconArrowDown
  return (
    <button type="button" className={styles.sort} data-sorted={direction ?? undefined} {...rest}>
      <span className={styles.name}>{name}</span>
      <Arrow className={styles.arrow} size={12} stroke={2} aria-hidden="true" />
    </button>
  )
}

export function nextDirection(direction: Direction | null, first: Direction): Direction {
  if (direction === null) return first
  return direction === 'asc' ? 'desc' : 'asc'
}

export const ariaSort = (direction: Direction | null): 'ascending' | 'descending' | undefined =>
  direction ? `${direction}ending` : undefined
