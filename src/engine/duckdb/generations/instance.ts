import { DuckDBInstance } from '@duckdb/node-api'
import { literal } from '../quoting.ts'

export interface EngineLimits {
  readonly memoryMb: number
  readonly threads: number
  readonly access: 'read' | 'write'
}

/** Reads landed files and writes warehouse files; nothing else on this machine exists for it. */
export async function openLoader(folders: readonly string[], scratch: string, limits: EngineLimits) {
  const instance = await DuckDBInstance.create(':memory:', { threads: String(limits.threads) })
  const connection = await instance.connect()
  await connection.run(`SET TimeZone = 'UTC'; SET preserve_insertion_order = false;
    SET memory_limit = '${limits.memoryMb}MB'; SET temp_directory = ${literal(scratch)};
    SET allowed_directories = [${folders.map((folder) => literal(folder)).join(', ')}];
    SET enable_external_access = false; SET lock_configuration = true;`)
  return {
    connection,
    close: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

/** Answers questions over one file, and may open no other than the one new rows come in. */
export async function openLocked(
  file: string,
  staging: string,
  scratch: string,
  limits: EngineLimits,
): Promise<DuckDBInstance> {
  const mode = limits.access === 'read' ? 'READ_ONLY' : 'READ_WRITE'
  const instance = await DuckDBInstance.create(file, { threads: String(limits.threads), access_mode: mode })
  const connection = await instance.connect()
  // Whoever begins a transaction sees the state of then, however late it asks.
  await connection.run(`SET GLOBAL TimeZone = 'UTC'; SET GLOBAL immediate_transaction_mode = true;
    SET memory_limit = '${limits.memoryMb}MB';
    SET temp_directory = ${literal(scratch)};
    SET allowed_paths = [${literal(staging)}, ${literal(`${staging}.wal`)}];
    SET enable_external_access = false; SET lock_configuration = true;`)
  connection.closeSync()
  return instance
}
