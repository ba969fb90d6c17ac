import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { NamedFile } from '../../fixtures/oracle/files.ts'
import { everything, inTemporaryFolder } from '../data-folder/temporary.fixture.ts'
import { type DataFolder, openDataFolder } from '../data-folder.ts'
import { importInto } from '../importing.ts'
import { importsIn, lookAt, readReadings } from '../sources/csv/index.ts'
import { type Turning, turnImport } from '../taking-back.ts'

const silent = () => {}

/** By file, what its mapping says. */
export type MappingFiles = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** A data folder that stays open while files come and go. */
export interface Company {
  readonly data: DataFolder
  /** Imports files together at noon of a day; gives the number of the import, or null where nothing was new. */
  hear(day: string, files: readonly NamedFile[]): Promise<number | null>
  /** What the mapping file says of each file; and other words in their place. */
  mapping(): Promise<MappingFiles>
  edit(files: MappingFiles): Promise<void>
  turn(number: number, turning: Turning): Promise<void>
  /** All that anybody can see of it. */
  seen(): Promise<Readonly<Record<string, unknown>>>
}

export const inCompany = <R>(
  use: (company: Company) => Promise<R>,
  step: (name: string) => void = silent,
): Promise<R> =>
  inTemporaryFolder(async (folder) => {
    let moment = Temporal.Instant.from('2022-01-01T12:00:00Z')
    const effects = { now: () => moment, log: silent }
    const path = join(folder, 'data')
    const mappingFile = join(path, 'csv-mapping.json')
    const data = await openDataFolder(path, effects, { threads: 1, step })
    const hear: Company['hear'] = async (day, files) => {
      moment = Temporal.Instant.from(`${day}T12:00:00Z`)
      const from = join(folder, day)
      await mkdir(from, { recursive: true })
      for (const [name, text] of files) await writeFile(join(from, name), text)
      const seen = await lookAt([from], silent)
      const choices = { map: null, account: {} }
      const { imported } = await importInto(data, seen, choices, effects, { progress: silent, who: 'Ann' })
      return imported.number
    }
    try {
      return await use({
        data,
        hear,
        mapping: async () => (await mappingIn(path)).files,
        edit: async (files) => writeFile(mappingFile, JSON.stringify({ ...(await mappingIn(path)), files })),
        turn: async (number, turning) => void (await turnImport(data, number, turning, effects, silent)),
        seen: () => seenIn(data, path),
      })
    } finally {
      await data.close()
    }
  })

async function mappingIn(path: string): Promise<{ readonly files: MappingFiles }> {
  const text = await readFile(join(path, 'csv-mapping.json'), 'utf8').catch(() => '{ "files": {} }')
  return JSON.parse(text)
}

async function seenIn(data: DataFolder, path: string) {
  const { landing, warehouse } = data
  const stands = new Set(importsIn(landing.batches()).flatMap(({ number, stands }) => (stands ? [number] : [])))
  const readings = await readReadings(join(path, 'csv-readings.json'), (number) => stands.has(number))
  const { freshAt, quarantined, records, doubts } = await warehouse.status()
  const columns = readings?.columns.toSorted((a, b) => (`${a.file} ${a.header}` < `${b.file} ${b.header}` ? -1 : 1))
  return {
    ...(await everything(data)),
    status: { freshAt, quarantined, records, doubts: doubts.toSorted() },
    mapping: (await mappingIn(path)).files,
    company: { account: landing.account(), fields: landing.customFields() },
    readings: { at: readings?.at ?? null, check: readings?.check ?? [], columns: columns ?? [] },
  }
}
