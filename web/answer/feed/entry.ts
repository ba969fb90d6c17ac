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
  readonly links: readonly {
    readonly path: string
    readonly to: string
    readonly label: string
    readonly name: string
  }[]
}

type Column = RecordsPage['columns'][number]

/** An entry from a row of the records, by what its columns say of it. */
export function entryOf(
  columns: RecordsPage['columns'],
  { values }: RecordsPage['rows'][number],
  inWords: CellText,
): Entry {
  const text = (column: Column | undefined, said?: CellText): string | null => {
    const value = column && values[columns.indexOf(column)]
    if (!column || value === null || value === undefined || value === '') return null
    return said ? said(column, value) : String(value)
  }
  const saying = (part: Column['part']) => columns.find((column) => column.part === part)
  const links = columns
    .filter(({ part }) => part === undefined)
    .flatMap((column) => {
      const name = text(column)
      return name === null ? [] : [{ path: column.path, to: column.names ?? '', label: column.label, name }]
    })
  return {
    at: text(saying('when')),
    type: text(saying('kind')) ?? '',
    kind: text(saying('kind'), inWords) ?? '',
    who: text(saying('who')),
    subject: text(saying('what')),
    outcome: text(saying('outcome'), inWords),
    links,
  }
}
