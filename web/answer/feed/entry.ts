import type { RecordsPage } from '../../../src/answer/shapes.ts'

/** What happened: who did it, what it was about, and what became of it. */
export interface Entry {
  readonly at: string | null
  readonly type: string
  readonly who: string | null
  readonly subject: string | null
  readonly outcome: string | null
  /** Names of the records it is linked to. */
  readonly links: readonly { readonly path: string; readonly label: string; readonly name: string }[]
}

const said = ['happened_at', 'type', 'owner.name', 'subject', 'outcome']

/** An entry from a row of the records, by the paths of its columns. */
export function entryOf(columns: RecordsPage['columns'], { values }: RecordsPage['rows'][number]): Entry {
  const text = (path: string): string | null => {
    const value = values[columns.findIndex((column) => column.path === path)]
    return value === null || value === undefined || value === '' ? null : String(value)
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
    who: text('owner.name'),
    subject: text('subject'),
    outcome: text('outcome'),
    links,
  }
}

/** `NO_SHOW` is `No show`; what is written for readers stays as it is. */
export const inWords = (value: string): string =>
  /^[A-Z][A-Z_]+$/.test(value) ? value.charAt(0) + value.slice(1).toLowerCase().replaceAll('_', ' ') : value
