import type { RecordsPage } from '../../../src/answer/shapes.ts'
import { isFigure } from '../../../src/draw/index.ts'
import { useWords } from '../../words/index.ts'
import { ariaSort, nextDirection, SortButton } from '../sort-button.tsx'
import styles from './drawer.module.css'
import type { Listing } from './pages.ts'

interface Props {
  readonly columns: RecordsPage['columns']
  readonly sort: Listing['sort']
  readonly onSort: (sort: Listing['sort']) => void
}

/** Every column of the list is one it can be ordered by. */
export function RecordsHeader({ columns, ...sorting }: Props) {
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <ColumnName key={column.path} column={column} {...sorting} />
        ))}
      </tr>
    </thead>
  )
}

function ColumnName({
  column: { path, label, kind },
  sort,
  onSort,
}: Omit<Props, 'columns'> & { readonly column: RecordsPage['columns'][number] }) {
  const t = useWords()
  const direction = sort?.column === path ? sort.direction : null
  const first = isFigure(kind) ? 'desc' : 'asc'
  return (
    <th
      scope="col"
      className={isFigure(kind) ? styles.number : undefined}
      aria-sort={ariaSort(direction)}
      data-figures={isFigure(kind) || undefined}
    >
      <SortButton
        name={label}
        direction={direction}
        firstDirection={first}
        title={t('answer.drawer.sort', { column: label })}
        onClick={() => onSort({ column: path, direction: nextDirection(direction, first) })}
      />
    </th>
  )
}
