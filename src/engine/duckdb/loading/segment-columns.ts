import type { DuckDBConnection } from '@duckdb/node-api'
import type { Entity, Model } from '../../../model/index.ts'
import type { LandedSegment } from '../../landed.ts'
import { literal } from '../quoting.ts'
import { scansOf } from './scan.ts'

/** Which columns each segment tells about, by the number that its rows have. Nobody reads it whole. */
export const segmentColumnsTable = (table: string): string => `CREATE TABLE ${table} (seq INTEGER, columns VARCHAR)`

/** More in one statement would be a long text to parse. */
const notedAtOnce = 1000

/** Notes them; the rows of a joined segment say which segments they were of. */
export async function noteColumns(
  connection: DuckDBConnection,
  table: string,
  { folder, model }: { readonly folder: string; readonly model: Model },
  segments: readonly LandedSegment[],
): Promise<void> {
  const plain = segments.filter(({ joined }) => !joined)
  for (let at = 0; at < plain.length; at += notedAtOnce) {
    const rows = plain
      .slice(at, at + notedAtOnce)
      .map((one) => `(${one.seq}, ${literal(columnSet(model[one.stream], one))})`)
    await connection.run(`INSERT INTO ${table} VALUES ${rows.join(', ')}`)
  }
  for (const segment of segments.filter(({ joined }) => joined))
    for (const { rows } of await scansOf(connection, folder, [segment])) {
      const columns = literal(columnSet(model[segment.stream], segment))
      await connection.run(`INSERT INTO ${table} SELECT DISTINCT _seq, ${columns} FROM (${rows})`)
    }
}

/** Columns of a segment that settle something, as one text: versions of one set replace each other. */
const columnSet = (entity: Entity | undefined, segment: LandedSegment): string =>
  segment.columns
    .filter((name) => entity && name in entity.fields)
    .toSorted()
    .join()
