import { isOther, type TableData, type TableText } from '../../../src/draw/index.ts'
import { useWords } from '../../words/index.ts'
import { ariaSort, type Direction, nextDirection, SortButton } from '../sort-button.tsx'
import type { Sort } from './answer-table.tsx'
import type { Place } from './moves.ts'
import { placeAttribute } from './roving.ts'
import styles from './table.module.css'

interface Sorting {
  readonly sort: Sort
  readonly onSort: (sort: Sort) => void
}

interface Props extends Sorting {
  readonly table: TableData
  readonly text: TableText
  readonly active: Place
}

/** The names of the columns; those that the answer can be sorted by are buttons. */
export function GridHeader({ table, text, active, sort, onSort }: Props) {
  const [head] = table.heads
  const sorting = { sort: head === 'period' ? inTime(sort) : sort, onSort }
  const names = table.heads.map(text.dimension).join(' · ')
  const corner = head && { column: head === 'period' ? 'period' : 'by', first: 'asc' as const }
  return (
    <thead>
      <tr>
        <HeaderCell name={names} className={styles.corner} by={corner} focusable {...sorting} />
        {table.columns.map((column, i) => (
          <HeaderCell
            key={column.id}
            name={text.column(column)}
            className={column.shows === 'figure' && !isOther(column.group?.key) ? styles.header : styles.softHeader}
            by={head && column.sortable ? { column: column.measure.key, first: 'desc' } : undefined}
            place={{ row: -1, column: i }}
            focusable={active.row === -1 && active.column === i}
            {...sorting}
          />
        ))}
      </tr>
    </thead>
  )
}

/** Periods run forward unless they were asked for backwards. */
const inTime = (sort: Sort): Sort => (sort?.column === 'period' ? sort : { column: 'period', direction: 'asc' })

interface CellProps extends Sorting {
  readonly name: string
  readonly className: string | undefined
  /** What a click sorts by: names begin with A, figures with the largest. */
  readonly by: { readonly column: string; readonly first: Direction } | undefined
  /** The corner has none: it is a stop of its own. */
  readonly place?: Place
  readonly focusable: boolean
}

function HeaderCell({ name, className, by, place, focusable, sort, onSort }: CellProps) {
  const t = useWords()
  if (!by)
    return (
      <th scope="col" className={className} title={name}>
        {name}
      </th>
    )
  const direction = sort?.column === by.column ? sort.direction : null
  return (
    <th scope="col" className={className} aria-sort={ariaSort(direction)} data-figures={place && true}>
      <SortButton
        name={name}
        direction={direction}
        firstDirection={by.first}
        title={t('answer.table.sort', { column: name })}
        data-place={place && placeAttribute(place)}
        tabIndex={focusable ? 0 : -1}
        onClick={() => onSort({ column: by.column, direction: nextDirection(direction, by.first) })}
      />
    </th>
  )
}
