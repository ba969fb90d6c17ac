import { type FocusEvent, type KeyboardEvent, type RefObject, useState } from 'react'
import type { TableData } from '../../../src/draw/index.ts'
import { type Extent, moved, type Place } from './moves.ts'

export const placeAttribute = ({ row, column }: Place): string => `${row}:${column}`

/** One stop for the tab key in the whole table; arrow keys go on from there. Column 0 is the first column of figures. */
export function useRoving(box: RefObject<HTMLElement | null>, table: TableData, reveal: (row: number) => void) {
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 })
  const extent = extentOf(table)
  const active = extent.open(place) ? place : { row: table.total ? 0 : 1, column: 0 }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = moved(event.key, active, extent, event.ctrlKey || event.metaKey)
    if (!next) return
    event.preventDefault()
    setPlace(next)
    if (next.row > 0) reveal(next.row - 1)
    requestAnimationFrame(() => focusOn(box.current, next))
  }
  const onFocus = (event: FocusEvent) => {
    const focused = placeOf(event.target)
    if (focused) setPlace(focused)
  }
  return { active, onKeyDown, onFocus }
}

/** The header has its sort buttons, the rows their figures; a change is no figure. */
function extentOf({ rows, columns, total }: TableData): Extent {
  return {
    rows: rows.length + 1,
    columns: columns.length,
    open: ({ row, column }) => {
      const head = columns[column]
      if (row === -1) return head?.sortable ?? false
      const figures = row === 0 ? total?.figures : rows[row - 1]?.figures
      return head !== undefined && head.shows !== 'change' && (figures?.[column] ?? null) !== null
    },
  }
}

const focusOn = (box: HTMLElement | null, place: Place) =>
  box?.querySelector<HTMLElement>(`[data-place="${placeAttribute(place)}"]`)?.focus()

function placeOf(target: EventTarget): Place | null {
  const [row, column] = (target instanceof HTMLElement ? (target.dataset.place ?? '') : '').split(':').map(Number)
  return row === undefined || column === undefined ? null : { row, column }
}
