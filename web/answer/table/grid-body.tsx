import type { Cell } from '../../../src/answer/question/question.ts'
import type { Mark, TableData, TableText } from '../../../src/draw/index.ts'
import { Gap, type useRowsInSight } from '../rows-in-sight.tsx'
import { GridRow } from './grid-row.tsx'
import type { Place } from './moves.ts'

interface Props {
  readonly table: TableData
  readonly text: TableText
  readonly active: Place
  readonly window: ReturnType<typeof useRowsInSight>
  readonly highlighted: Mark | null
  readonly onHighlight: (mark: Mark | null) => void
  readonly onOpen: (cell: Cell) => void
}

/** The total, then the rows in sight. */
export function GridBody({ table, text, active, window, highlighted, onHighlight, onOpen }: Props) {
  const { rows, total, columns } = table
  const shared = { columns, text, onHighlight, onOpen }
  const activeIn = (place: number) => (active.row === place ? active.column : null)
  return (
    <tbody>
      {total && <GridRow {...shared} row={total} place={0} lit={false} active={activeIn(0)} />}
      <Gap height={window.above} />
      {window.places.map((index) => {
        const row = rows[index]
        if (!row) return null
        const lit = row.mark !== null && row.mark === highlighted
        return <GridRow key={row.id} {...shared} row={row} place={index + 1} lit={lit} active={activeIn(index + 1)} />
      })}
      <Gap height={window.below} />
    </tbody>
  )
}
