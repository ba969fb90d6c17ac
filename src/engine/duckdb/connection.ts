import type { DuckDBConnection } from '@duckdb/node-api'

export async function runAll(connection: DuckDBConnection, statements: readonly string[]): Promise<void> {
  for (const sql of statements) await connection.run(sql)
}

/** The single number that a SELECT gives. */
export async function numberOf(connection: DuckDBConnection, sql: string): Promise<number> {
  const found = await connection.runAndReadAll(sql)
  return Number(found.getRows()[0]?.[0] ?? 0)
}

/** The texts that a SELECT of one column gives, without the nulls. */
export async function textsOf(connection: DuckDBConnection, sql: string): Promise<readonly string[]> {
  const found = await connection.runAndReadAll(sql)
  return found.getRows().flatMap(([text]) => (text === null || text === undefined ? [] : [String(text)]))
}
