import type { DuckDBConnection } from '@duckdb/node-api'
import type { Entity } from '../../../model/index.ts'
import type { LandedSegment } from '../../landed.ts'
import type { LoadReport } from '../../warehouse.ts'
import { numberOf, runAll, textsOf } from '../connection.ts'
import { bookTables, loadInBook, writeInBook, writeSignatures } from '../generations/book.ts'
import { takeNotice } from '../generations/notices.ts'
import { literal, quoted } from '../quoting.ts'
import { withHomeMoney } from './home-money.ts'
import { checkRead, type Intake, type Loading, report, rowsIn, segmentsOf } from './loading.ts'
import { madeTables } from './made-tables.ts'
import { candidates, columnList, columnSets, mergedRecords, replaceRecords } from './merge.ts'
import { quarantineRows, quarantineTable } from './quarantine.ts'
import { incomingRows, tableOf, union } from './reading.ts'
import { noteColumns, segmentColumnsTable } from './segment-columns.ts'
import { sortParts } from './sort-parts.ts'
import { emptyFact, makeFact, makingOf, mayHaveRows } from './stored-facts.ts'
import { entityTables, sortDay } from './tables.ts'

/** `memoryMb`: what the engine may hold. */
export type LoadingWhole = Loading & { readonly memoryMb: number }

/** Writes a whole generation into a new file, from all segments that can be read. */
export async function buildGeneration(
  connection: DuckDBConnection,
  file: string,
  loading: LoadingWhole,
  { sound: segments, missing, taken }: Intake,
): Promise<readonly LoadReport[]> {
  await runAll(connection, [`ATTACH ${literal(file)} AS generation`, 'USE generation'])
  await runAll(connection, [
    ...bookTables,
    segmentColumnsTable('segment_columns'),
    quarantineTable,
    ...Object.values(loading.model).flatMap(entityTables),
  ])
  await noteColumns(connection, 'segment_columns', loading, segments)
  const reports: LoadReport[] = []
  for (const entity of Object.values(loading.model)) {
    const own = segmentsOf(entity, segments)
    if (own.length > 0) reports.push(await loadWhole(connection, loading, entity, own))
  }
  const making = makingOf(loading.account)
  await runAll(
    connection,
    madeTables(loading.account).map(({ sql }) => sql),
  )
  const toldOf = await textsOf(connection, 'SELECT DISTINCT entity FROM property_change')
  const came = new Set([...segments.map(({ stream }) => stream), ...toldOf])
  for (const fact of loading.facts)
    await runAll(connection, mayHaveRows(fact, came) ? makeFact(fact, making) : [emptyFact(fact)])
  await runAll(connection, takeNotice(loading.model))
  const refreshedAt = loading.effects.now().toString()
  await writeInBook(connection, { refreshedAt, ...loadInBook(taken, missing) })
  await writeSignatures(connection, loading.signatures)
  await runAll(connection, ['USE memory', 'DETACH generation'])
  return reports
}

export async function loadWhole(
  connection: DuckDBConnection,
  loading: LoadingWhole,
  entity: Entity,
  segments: readonly LandedSegment[],
): Promise<LoadReport> {
  const parts = await incomingRows(connection, loading.folder, entity, segments, loading.account.timeZone)
  // Parquet is quick to read again; text is read once.
  const kind = segments.every((segment) => segment.format === 'parquet') ? 'VIEW' : 'TABLE'
  await runAll(connection, [
    ...(kind === 'VIEW' ? [`CREATE TEMP VIEW incoming AS ${union(parts)}`] : tableOf('TEMP TABLE incoming', parts)),
    'CREATE TEMP VIEW readable AS SELECT * FROM incoming WHERE _reason IS NULL',
    `CREATE TEMP TABLE repeated AS SELECT id FROM readable GROUP BY id HAVING count(*) > 1 OR bool_or(_deleted)`,
  ])
  const quarantined = await quarantineRows(connection, entity, 'incoming')
  await insertSingles(connection, loading, entity, rowsIn(segments))
  await insertRepeated(connection, loading, entity)
  const read = await numberOf(connection, 'SELECT count(*) FROM incoming')
  checkRead(read, segments)
  const inserted = await numberOf(connection, `SELECT count(*) FROM ${quoted(entity.name)}`)
  await runAll(connection, ['DROP VIEW readable', `DROP ${kind} incoming`, 'DROP TABLE repeated'])
  return report(entity.name, { read, inserted, updated: 0, quarantined })
}

/** `landed` rows at most. */
async function insertSingles(
  connection: DuckDBConnection,
  loading: LoadingWhole,
  entity: Entity,
  landed: number,
): Promise<void> {
  const single = `(SELECT ${columnList(entity)}, _version, _segment, _line FROM readable ANTI JOIN repeated USING (id))`
  const insert = `INSERT INTO ${quoted(entity.name)} BY NAME ${withHomeMoney(entity, single, loading.account)}`
  const day = sortDay(entity)
  if (day === null) return void (await connection.run(insert))
  for (const part of await sortParts(connection, entity, day, landed, loading.memoryMb))
    await connection.run(`${insert} WHERE ${part} ORDER BY ${quoted(day)}`)
}

async function insertRepeated(connection: DuckDBConnection, loading: Loading, entity: Entity): Promise<void> {
  if ((await numberOf(connection, 'SELECT count(*) FROM repeated')) === 0) return
  await connection.run('CREATE TEMP VIEW came AS SELECT * FROM readable WHERE id IN (SELECT id FROM repeated)')
  await connection.run(candidates(entity, 'came'))
  await connection.run(mergedRecords(entity, await textsOf(connection, columnSets)))
  await runAll(connection, [...replaceRecords(entity, loading.account), 'DROP VIEW came'])
}
