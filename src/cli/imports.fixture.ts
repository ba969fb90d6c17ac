import { join } from 'node:path'
import { ask, localViewer, question } from '../answer/index.ts'
import { type DataFolder, openDataFolder } from '../data-folder.ts'
import type { Effects } from '../effects.ts'
import { withFiles } from '../sources/csv/files.fixture.ts'
import { importCsv } from './commands/import.ts'

/** Files that are imported together on a day. */
export type Imports = readonly (readonly [day: string, ...files: readonly string[]])[]

/** Noon of a day. */
export const at = (day: string): Effects => ({ now: () => Temporal.Instant.from(`${day}T12:00:00Z`), log: () => {} })

export interface Asked {
  /** What the warehouse holds. */
  rows(sql: string): Promise<readonly (readonly unknown[])[]>
  /** A report, as of noon on the last day of 2024. */
  answer(report: string, asked: Readonly<Record<string, unknown>>): ReturnType<typeof ask>
}

/** Imports files into a new data folder, and asks it. */
export async function afterImports<R>(
  files: Readonly<Record<string, string>>,
  imports: Imports,
  use: (asked: Asked) => Promise<R>,
): Promise<R> {
  return withFiles(files, async (folder) => {
    const data = join(folder, 'data')
    for (const [day, ...names] of imports) {
      const paths = names.map((name) => join(folder, name))
      await importCsv(paths, { data }, at(day), () => {})
    }
    const opened = await openDataFolder(data, at('2024-12-31'), { threads: 1 })
    try {
      return await use(askedOf(opened))
    } finally {
      await opened.close()
    }
  })
}

const askedOf = ({ warehouse }: DataFolder): Asked => ({
  rows: async (sql) => (await warehouse.run({ sql, values: [], columns: [] })).rows,
  answer: (report, asked) =>
    ask(
      { warehouse, moment: warehouse.moment(), now: at('2024-12-31').now, viewer: localViewer },
      report,
      question.parse(asked),
    ),
})
