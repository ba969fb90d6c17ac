import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type NamedFile, rateRows } from '../../fixtures/oracle/files.ts'
import { ask, localViewer, question } from '../answer/index.ts'
import { openDataFolder } from '../data-folder.ts'
import { knownIn } from '../importing.ts'
import { defaultAccount } from '../model/index.ts'
import { importSeen, lookAt } from '../sources/csv/index.ts'

type Answer = Awaited<ReturnType<typeof ask>>

export interface Listener {
  /** Imports files together, at a moment. */
  hear(at: string, files: readonly NamedFile[]): Promise<void>
  /** A report, as of the moment of the last import. */
  answer(report: string, asked: Readonly<Record<string, unknown>>): Promise<Answer>
  rows(sql: string): Promise<readonly (readonly unknown[])[]>
}

/** A data folder in euros that knows the rates of the dollar, and stays open between imports. */
export async function withListener<R>(use: (listener: Listener) => Promise<R>): Promise<R> {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-retold-'))
  let moment = Temporal.Instant.from('2022-01-01T00:00:00Z')
  const now = () => moment
  const { landing, warehouse, close } = await openDataFolder(
    join(folder, 'data'),
    { now, log: () => {} },
    { threads: 1 },
  )
  landing.setAccount({ ...defaultAccount, currency: 'EUR' })
  await landing.land('rates', (batch) => batch.write('exchange_rate', Object.keys(rateRows[0] ?? {}), rateRows))
  const around = {
    landing,
    known: knownIn(warehouse),
    proposalFile: join(folder, 'csv-mapping.json'),
    progress: () => {},
  }
  try {
    return await use({
      async hear(at, files) {
        moment = Temporal.Instant.from(at)
        for (const [name, text] of files) await writeFile(join(folder, name), text)
        const seen = await lookAt(
          files.map(([name]) => join(folder, name)),
          () => {},
        )
        await importSeen(seen, { map: null, account: {} }, around)
        await warehouse.refresh()
      },
      answer: (report, asked) =>
        ask({ warehouse, moment: warehouse.moment(), now, viewer: localViewer }, report, question.parse(asked)),
      rows: async (sql) => (await warehouse.run({ sql, values: [], columns: [] })).rows,
    })
  } finally {
    await close()
    await rm(folder, { recursive: true, force: true })
  }
}
