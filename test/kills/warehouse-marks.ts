import { everything, rowsOf } from '../../src/data-folder/temporary.fixture.ts'
import { type DataFolder, openDataFolder } from '../../src/data-folder.ts'

export async function inWarehouse<R>(folder: string, use: (data: DataFolder) => Promise<R>): Promise<R> {
  const effects = { now: () => Temporal.Now.instant(), log: () => {} }
  const data = await openDataFolder(folder, effects, { threads: 1 })
  try {
    return await use(data)
  } finally {
    await data.close()
  }
}

export const loadedMarks = async (data: DataFolder, table: string, column: string): Promise<readonly string[]> => {
  const rows = await rowsOf(data, `SELECT ${column} FROM ${table} WHERE ${column} LIKE 'write-%'`)
  return rows.map(([text]) => String(text))
}

/** Which tables of a folder differ once its warehouse is made again. */
export const differsFromRebuild = (folder: string): Promise<readonly string[]> =>
  inWarehouse(folder, async (data) => {
    await data.warehouse.refresh()
    const before = await everything(data)
    await data.warehouse.rebuild()
    const after = await everything(data)
    const tables = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    return tables.filter((table) => before[table] !== after[table]).map((table) => `${table} differs from a rebuild`)
  })
