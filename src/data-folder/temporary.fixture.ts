import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DataFolder, openDataFolder } from '../data-folder.ts'
import type { Effects } from '../effects.ts'
import type { Value, WarehouseOptions } from '../engine/index.ts'
import type { LandedRow } from '../landing/index.ts'
import type { EntityName } from '../model/index.ts'

/** For tests: a clock that moves a second each time it is read, from a fixed start. */
export function tickingEffects(): Effects {
  let now = Temporal.Instant.from('2024-06-01T12:00:00Z')
  return { now: () => (now = now.add({ seconds: 1 })), log: () => {} }
}

/** Runs `use` with the path of a new folder, which is gone afterwards. */
export async function inTemporaryFolder<R>(use: (path: string) => Promise<R>): Promise<R> {
  const path = await mkdtemp(join(tmpdir(), 'plumbline-'))
  try {
    return await use(path)
  } finally {
    await rm(path, { recursive: true, force: true })
  }
}

/** Runs `use` with an open data folder that is closed and gone afterwards. */
export const inDataFolder = <R>(
  use: (data: DataFolder) => Promise<R>,
  options: Partial<WarehouseOptions> = {},
): Promise<R> =>
  inTemporaryFolder(async (path) => {
    const data = await openDataFolder(path, tickingEffects(), { threads: 1, ...options })
    try {
      return await use(data)
    } finally {
      await data.close()
    }
  })

/** Lands rows as one segment; its columns are those of the first row. */
export const landRows = (data: DataFolder, stream: EntityName, rows: readonly LandedRow[], source = 'test') =>
  data.landing.land(source, (batch) => batch.write(stream, Object.keys(rows[0] ?? {}), rows))

export const rowsOf = async (data: DataFolder, sql: string, values: readonly Value[] = []) =>
  (await data.warehouse.run({ sql, values, columns: [] })).rows

/** All that reports can see, as text: equal texts are equal warehouses. */
export async function everything(data: DataFolder): Promise<Readonly<Record<string, string>>> {
  const tables = await rowsOf(
    data,
    `SELECT table_name FROM duckdb_tables() WHERE table_name NOT IN
    ('calendar', 'segment_columns', 'quarantine', 'book', 'notice') AND table_name NOT LIKE '%\\_version' ESCAPE '\\' ORDER BY 1`,
  )
  const texts = tables.map(async ([name]) => [String(name), await tableText(data, String(name))] as const)
  return Object.fromEntries(await Promise.all(texts))
}

async function tableText(data: DataFolder, table: string): Promise<string> {
  const columns = await rowsOf(
    data,
    `SELECT string_agg('"' || column_name || '"', ', ' ORDER BY column_name) FROM duckdb_columns() WHERE table_name = $1 AND column_name[1] <> '_'`,
    [table],
  )
  return JSON.stringify(await rowsOf(data, `SELECT ${columns[0]?.[0]} FROM "${table}" ORDER BY ALL`))
}

/** The file of the generation that answers. */
export async function warehouseFile(folder: string): Promise<string> {
  const names = await readdir(join(folder, 'warehouse'))
  return join(folder, 'warehouse', names.find((name) => name.endsWith('.duckdb')) ?? '')
}
