import type { DuckDBConnection } from '@duckdb/node-api'
import type { Entity } from '../../../model/index.ts'
import type { LandedSegment } from '../../landed.ts'
import { runAll } from '../connection.ts'
import { writeSignatures } from '../generations/book.ts'
import { takeNotice } from '../generations/notices.ts'
import { literal, quoted } from '../quoting.ts'
import type { Differences } from './differences.ts'
import { type LoadingWhole, loadWhole } from './first-load.ts'
import { segmentsOf } from './loading.ts'
import { madeTables } from './made-tables.ts'
import { noteColumns } from './segment-columns.ts'
import { makeFact, makingOf } from './stored-facts.ts'
import { columnAdded, entityTables, entityTablesDropped } from './tables.ts'

/** What a copy of a generation is to become, and what it is made from. */
export interface Renewal {
  readonly differences: Differences
  /** The segments that are in. */
  readonly segments: readonly LandedSegment[]
  readonly step: (name: string) => void
}

/** Makes those tables of a copy anew that differ, and leaves the others as they are. */
export async function renewGeneration(
  connection: DuckDBConnection,
  file: string,
  loading: LoadingWhole,
  renewal: Renewal,
): Promise<void> {
  await runAll(connection, [`ATTACH ${literal(file)} AS generation`, 'USE generation'])
  const again = refilled(renewal)
  await renewRecords(connection, loading, renewal, again)
  const changed = new Set([...[...again].map(({ name }) => name), ...renewal.differences.tables])
  await renewMade(connection, loading, renewal, changed)
  await renewFacts(connection, loading, renewal, changed)
  await runAll(
    connection,
    renewal.differences.gone.map((name) => `DROP TABLE ${quoted(name)}`),
  )
  await runAll(connection, takeNotice(loading.model))
  await writeSignatures(connection, loading.signatures)
  await runAll(connection, ['USE memory', 'DETACH generation'])
}

/** The kinds of record with a new column that something tells of which is in already. */
export const refilled = ({ differences, segments }: Pick<Renewal, 'differences' | 'segments'>): ReadonlySet<Entity> =>
  new Set(
    differences.columns
      .filter(({ entity, field }) =>
        segmentsOf(entity, segments).some((segment) => segment.columns.includes(field.name)),
      )
      .map(({ entity }) => entity),
  )

/** Whether there is more to do than to add columns that nothing tells of yet. */
export const needsGeneration = (renewal: Pick<Renewal, 'differences' | 'segments'>): boolean =>
  renewal.differences.tables.size + renewal.differences.gone.length + refilled(renewal).size > 0

async function renewRecords(
  connection: DuckDBConnection,
  loading: LoadingWhole,
  { differences, segments, step }: Renewal,
  again: ReadonlySet<Entity>,
): Promise<void> {
  for (const { entity, field } of differences.columns)
    if (!again.has(entity)) await runAll(connection, columnAdded(entity, field))
  for (const entity of again) {
    const own = segmentsOf(entity, segments)
    const numbers = own.map(({ seq }) => seq).join(', ')
    await runAll(connection, [
      ...entityTablesDropped(entity),
      ...entityTables(entity),
      `DELETE FROM quarantine WHERE segment IN (${numbers})`,
      `DELETE FROM segment_columns WHERE seq IN (${numbers})`,
    ])
    await noteColumns(connection, 'segment_columns', loading, own)
    await loadWhole(connection, loading, entity, own)
    step(`made ${entity.name}`)
  }
}

async function renewMade(
  connection: DuckDBConnection,
  { account }: LoadingWhole,
  { differences, step }: Renewal,
  again: ReadonlySet<string>,
): Promise<void> {
  for (const { name, sql } of madeTables(account)) {
    if (!differences.tables.has(name) && !mentions(sql, again)) continue
    await connection.run(sql)
    step(`made ${name}`)
  }
}

/** Facts that differ, and all that are made from what was made anew. */
async function renewFacts(
  connection: DuckDBConnection,
  { account, facts }: LoadingWhole,
  { step }: Renewal,
  again: ReadonlySet<string>,
): Promise<void> {
  const making = makingOf(account)
  const made = new Set(again)
  for (const fact of facts) {
    if (
      !made.has(fact.name) &&
      !mentions(
        fact.rows(() => 'true', making),
        made,
      )
    )
      continue
    await runAll(connection, makeFact(fact, making))
    made.add(fact.name)
    step(`made ${fact.name}`)
  }
}

const mentions = (sql: string, tables: ReadonlySet<string>): boolean =>
  [...tables].some((name) => new RegExp(`\\b${name}\\b`).test(sql))
