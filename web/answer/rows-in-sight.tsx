import { useVirtualizer } from '@tanstack/react-virtual'
import type { RefObject } from 'react'

/** As in the tokens: 36 pixels. */
export const rowHeight = 36
/** Rows drawn above and below those in sight. */
const spare = 12

/** The places of the rows to draw, with the heights that stand for all others. */
export function useRowsInSight(box: RefObject<HTMLElement | null>, count: number) {
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: spare,
    scrollPaddingStart: 2 * rowHeight,
  })
  const drawn = virtual.getVirtualItems()
  return {
    places: drawn.map(({ index }) => index),
    above: drawn[0]?.start ?? 0,
    below: virtual.getTotalSize() - (drawn.at(-1)?.end ?? 0),
    reveal: (place: number) => virtual.scrollToIndex(place),
  }
}

/** Stands for the rows that are not drawn. */
export function Gap({ height }: { readonly height: number }) {
  return height > 0 ? <tr style={{ height }} /> : null
}

interface ColumnWidth {
  readonly id: string
  readonly width: number
}

/** Fixed, so that columns stay where they are while rows come and go. */
export function ColumnWidths({ widths }: { readonly widths: readonly ColumnWidth[] }) {
  return (
    <colgroup>
      {widths.map(({ id, width }) => (
        <col key={id} style={{ width }} />
      ))}
    </colgroup>
  )
}

export const widthOfAll = (widths: readonly ColumnWidth[]): number => widths.reduce((sum, { width }) => sum + width, 0)
