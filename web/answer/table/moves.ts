/** A place in the table: row −1 is the header, row 0 the total, then the groups. */
export interface Place {
  readonly row: number
  readonly column: number
}

export interface Extent {
  readonly rows: number
  readonly columns: number
  /** Whether a place has anything to focus. */
  readonly open: (place: Place) => boolean
}

const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
}

/** Where a key leads, past places without a figure; null when it leads nowhere. */
export function moved(key: string, from: Place, extent: Extent, control: boolean): Place | null {
  if (key === 'Home') return nearest({ row: control ? 0 : from.row, column: -1 }, [0, 1], extent)
  if (key === 'End')
    return nearest({ row: control ? extent.rows - 1 : from.row, column: extent.columns }, [0, -1], extent)
  const step = steps[key]
  if (!step) return null
  if (Math.abs(step[0]) > 1) return paged(from, step[0], extent)
  return nearest(from, step, extent)
}

function nearest(from: Place, [rows, columns]: readonly [number, number], extent: Extent): Place | null {
  let place = { row: from.row + rows, column: from.column + columns }
  while (isInside(place, extent)) {
    if (extent.open(place)) return place
    place = { row: place.row + rows, column: place.column + columns }
  }
  return null
}

function paged(from: Place, rows: number, extent: Extent): Place | null {
  const place = { ...from, row: Math.max(0, Math.min(extent.rows - 1, from.row + rows)) }
  return extent.open(place) ? place : null
}

const isInside = ({ row, column }: Place, extent: Extent) =>
  row >= -1 && row < extent.rows && column >= 0 && column < extent.columns
