import type { DuckDBConnection } from '@duckdb/node-api'
import type { Entity } from '../../../model/index.ts'
import type { LandedSegment } from '../../landed.ts'
import type { LoadReport } from '../../warehouse.ts'
import { numberOf, runAll, textsOf } from '../connection.ts'
import { loadInBook, writeInBook, writeSignatures } from '../generations/book.ts'
import { takeNotice } from '../generations/notices.ts'
import { literal, quoted } from '../quoting.ts'
import type { NewColumn } from './differences.ts'
import { hasHomeMoney, homeFields, withHomeMoney } from './home-money.ts'
import { checkRead, type Intake, type Loading, report, segmentsOf } from './loading.ts'
import { before, candidates, changed, columnSets, mergedRecords, replaceRecords } from './merge.ts'
import { quarantineRows } from './quarantine.ts'
import { incomingRows, tableOf } from './reading.ts'
import { noteColumns, segmentColumnsTable } from './segment-columns.ts'
import { makeFact, makingOf, remakeFact, wholeFacts } from './stored-facts.ts'
import { columnAdded } from './tables.ts'
import { teamScopeTable } from './team-scope.ts'
import { touch, touchedHistory, touchThrough } from './touch.ts'

/** Writes the rows of new segments, typed, into the file that the answering instance may open. */
export async function stageSegments(
  connection: DuckDBConnection,
  file: string,
  loading: Loading,
  segments: readonly LandedSegment[],
): Promise<void> {
  await connection.run(`ATTACH ${literal(file)} AS staging`)
  for (const entity of Object.values(loading.model)) {
    const own = segmentsOf(entity, segments)
    if (own.length === 0) continue
    const parts = await incomingRows(connection, loading.folder, entity, own, loading.account.timeZone)
    const staged = `staging.${quoted(entity.name)}`
    await runAll(connection, tableOf(`TABLE ${staged}`, parts))
    checkRead(await numberOf(connection, `SELECT count(*) FROM ${staged}`), own)
  }
  await connection.run(segmentColumnsTable('staging.segment_columns'))
  await noteColumns(connection, 'staging.segment_columns', loading, segments)
  await connection.run('DETACH staging')
}

/** Merges what was staged, in one transaction: readers see all of it or nothing. */
export async function mergeStaged(
  connection: DuckDBConnection,
  file: string,
  loading: Loading,
  intake: Intake,
  columns: readonly NewColumn[],
  step: (name: string) => void,
  /** Runs the commit, and tells the next moment of it. */
  change: (commit: () => Promise<unknown>) => Promise<unknown>,
): Promise<readonly LoadReport[]> {
  await connection.run(`ATTACH ${literal(file)} AS staging (READ_ONLY)`)
  try {
    await connection.run('BEGIN')
    const reports = await mergeAll(connection, loading, intake, columns)
    step('merging')
    await change(() => connection.run('COMMIT'))
    step('merged')
    return reports
  } catch (error) {
    await connection.run('ROLLBACK').catch(() => {})
    throw error
  } finally {
    await connection.run('DETACH staging')
  }
}

async function mergeAll(
  connection: DuckDBConnection,
  loading: Loading,
  { sound: segments, missing, taken }: Intake,
  columns: readonly NewColumn[],
): Promise<readonly LoadReport[]> {
  for (const { entity, field } of columns) await runAll(connection, columnAdded(entity, field))
  await connection.run('INSERT INTO segment_columns SELECT * FROM staging.segment_columns')
  await connection.run('CREATE TEMP TABLE touched (entity VARCHAR, id VARCHAR)')
  const reports: LoadReport[] = []
  for (const entity of Object.values(loading.model)) {
    const own = segmentsOf(entity, segments)
    if (own.length > 0) reports.push(await mergeEntity(connection, loading, entity))
  }
  await bringUpToDate(connection, loading, new Set(reports.filter(isChange).map(({ stream }) => stream)))
  await runAll(connection, takeNotice(loading.model))
  await writeInBook(connection, { refreshedAt: loading.effects.now().toString(), ...loadInBook(taken, missing) })
  if (columns.length > 0) await writeSignatures(connection, loading.signatures)
  await connection.run('DROP TABLE touched')
  return reports
}

const isChange = (of: LoadReport): boolean => of.inserted + of.updated > 0

async function mergeEntity(connection: DuckDBConnection, loading: Loading, entity: Entity): Promise<LoadReport> {
  const staged = `staging.${quoted(entity.name)}`
  await connection.run(`CREATE TEMP VIEW came AS SELECT * FROM ${staged} WHERE _reason IS NULL`)
  const quarantined = await quarantineRows(connection, entity, staged)
  await connection.run(candidates(entity, 'came'))
  await connection.run(mergedRecords(entity, await textsOf(connection, columnSets)))
  await runAll(connection, [before(entity), changed(entity), ...touch(entity, loading.facts)])
  await runAll(connection, replaceRecords(entity, loading.account))
  const read = await numberOf(connection, `SELECT count(*) FROM ${staged}`)
  const inserted = await numberOf(connection, 'SELECT count(*) FROM changed WHERE is_new')
  const updated = await numberOf(connection, 'SELECT count(*) FROM changed WHERE NOT is_new')
  await runAll(connection, [
    'DROP VIEW came',
    ...['candidate', 'merged', 'before', 'changed'].map((t) => `DROP TABLE ${t}`),
  ])
  return report(entity.name, { read, inserted, updated, quarantined })
}

/** Everything that is made from records, for those that changed. */
async function bringUpToDate(connection: DuckDBConnection, loading: Loading, streams: ReadonlySet<string>) {
  if (streams.has('team')) await connection.run(teamScopeTable)
  if (streams.has('exchange_rate')) await convertAgain(connection, loading)
  await runAll(connection, [...touchThrough(loading.facts), touchedHistory])
  const whole = wholeFacts(loading.facts, streams)
  const making = makingOf(loading.account)
  const touched = new Set(await textsOf(connection, 'SELECT DISTINCT entity FROM touched'))
  for (const fact of loading.facts) {
    if (whole.has(fact)) await runAll(connection, makeFact(fact, making))
    else if (touched.has(fact.of)) await runAll(connection, remakeFact(fact, making))
  }
  await connection.run('DROP TABLE touched_history')
}

async function convertAgain(connection: DuckDBConnection, { model, account }: Loading): Promise<void> {
  for (const entity of Object.values(model).filter(hasHomeMoney)) await convertEntity(connection, entity, account)
}

async function convertEntity(connection: DuckDBConnection, entity: Entity, account: Loading['account']): Promise<void> {
  const table = quoted(entity.name)
  const names = homeFields(entity).map((field) => quoted(field.name))
  const bare = `(SELECT * EXCLUDE (${names.join(', ')}) FROM ${table} WHERE currency IS NOT NULL)`
  const differs = names.map((name) => `was.${name} IS DISTINCT FROM now.${name}`).join(' OR ')
  await runAll(connection, [
    `CREATE TEMP TABLE converted AS SELECT now.id, ${names.map((name) => `now.${name}`).join(', ')}
     FROM (${withHomeMoney(entity, bare, account)}) now JOIN ${table} was ON was.id = now.id WHERE ${differs}`,
    `UPDATE ${table} SET ${names.map((name) => `${name} = converted.${name}`).join(', ')} FROM converted WHERE converted.id = ${table}.id`,
    // History is converted too, also where the present amount is the same or none.
    `INSERT INTO touched SELECT ${literal(entity.name)}, id FROM ${table} WHERE currency IS NOT NULL`,
    'DROP TABLE converted',
  ])
}
