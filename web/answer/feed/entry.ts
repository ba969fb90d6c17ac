import type { RecordsPage } from '../../../src/answer/shapes.ts'
import type { CellText } from '../drawer/cell-text.ts'

/** What happened: who did it, what it was about, and what became of it. */
export interface Entry {
  readonly at: string | null
  readonly type: string
  /** The type in words. */
  readonly kind: string
  readonly who: string | null
  readonly subject: string | null
  readonly outcome: string | null
  /** Names of the records it is linked to. */
  readonly links: readonly { readonly path: string; readonly label: string; readonly name: string }[]
}

const said = ['happened_at', 'type', 'owner.name', 'subject', 'outcome']

/** An entry from a row of the records, by the paths of its columns. */
export function entryOf(
  columns: RecordsPage['columns'],
  { values }: RecordsPage['rows'][number],
  inWords: CellText,
): Entry {
  const text = (path: string, said?: CellText): string | null => {
    const place = columns.findIndex((column) => column.path === path)
    const [column, value] = [columns[place], values[place]]
    if (!column || value === null || value === undefined || value === '') return null
    return said ? said(column, value) : String(value)
  }
  const links = columns
    .filter(({ path }) => !said.includes(path))
    .flatMap(({ path, label }) => {
      const name = text(path)
      return name === null ? [] : [{ path, label, name }]
    })
  return {
    at: text('happened_at'),
    type: text('type') ?? '',
    kind: text('type', inWords) ?? '',
    who: text('owner.name'),
    subject: text('subject'),
    outcome: text('outcome', inWords),
    links,
  }
}
