import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api'
import type { Page } from './chapter.ts'

export interface WrittenPage {
  readonly file: string
  readonly columns: readonly string[]
  readonly rows: number
}

/** A DuckDB of its own, in memory, that may touch one folder and nothing else. */
export class Workshop {
  readonly #folder: string
  readonly #instance: DuckDBInstance
  readonly #connection: DuckDBConnection
  #written = 0

  private constructor(folder: string, instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#folder = folder
    this.#instance = instance
    this.#connection = connection
  }

  static async open(folder: string): Promise<Workshop> {
    const instance = await DuckDBInstance.create(':memory:', {
      memory_limit: '4GB',
      temp_directory: join(folder, 'spill'),
    })
    const connection = await instance.connect()
    await connection.run(`SET TimeZone = 'UTC'`)
    await connection.run('CREATE MACRO the(name) AS getvariable(name)')
    await connection.run(`SET allowed_directories = [${literal(folder)}]`)
    await connection.run('SET enable_external_access = false')
    await connection.run('SET lock_configuration = true')
    return new Workshop(folder, instance, connection)
  }

  /** Makes a value readable in SQL as `the('name')`. */
  async set(name: string, value: DuckDBValue): Promise<void> {
    await this.#connection.run(`SET VARIABLE ${name} = $1`, [value])
  }

  async run(sql: string): Promise<void> {
    await this.#connection.run(sql)
  }

  async write(page: Page, columns: readonly string[]): Promise<WrittenPage> {
    this.#written += 1
    const file = join(this.#folder, `${page.stream}-${this.#written}.parquet`)
    const select = `SELECT ${columns.join(', ')} FROM (${page.rows})`
    const result = await this.#connection.run(`COPY (${select}) TO ${literal(file)} (FORMAT parquet, COMPRESSION zstd)`)
    return { file, columns, rows: result.rowsChanged }
  }

  close(): void {
    this.#connection.closeSync()
    this.#instance.closeSync()
  }
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`
