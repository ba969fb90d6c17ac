import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { LandedSegment } from '../../landed.ts'
import { literal } from '../quoting.ts'

/** Segments that are read together: ndjson of the same columns, or one Parquet file. */
export interface Scan {
  /** Type of each column as it lies in the file. */
  readonly types: ReadonlyMap<string, string>
  /** A SELECT of those columns, with `_row`, the row's number in its file, and its segment's `_seq`, `_landed_at` and `_origin`. */
  readonly rows: string
}

/** The scans that read all of these segments. */
export function scansOf(
  connection: DuckDBConnection,
  folder: string,
  segments: readonly LandedSegment[],
): Promise<readonly Scan[]> {
  const parquet = segments.filter((segment) => segment.format === 'parquet')
  const texts = segments.filter((segment) => segment.format !== 'parquet')
  const alike = Map.groupBy(texts, ({ columns, joined }) => `${joined ? 'joined ' : ''}${columns.toSorted().join()}`)
  return Promise.all([
    ...parquet.map((segment) => parquetScan(connection, folder, segment)),
    ...[...alike.values()].flatMap(chunks).map((group) => ndjsonScan(folder, group)),
  ])
}

/** More files in one statement would be a long text to parse. */
const filesAtOnce = 1000

const chunks = (segments: readonly LandedSegment[]): readonly (readonly LandedSegment[])[] =>
  Array.from({ length: Math.ceil(segments.length / filesAtOnce) }, (_, nth) =>
    segments.slice(nth * filesAtOnce, (nth + 1) * filesAtOnce),
  )

const origin = (segment: LandedSegment): string =>
  `CAST(${segment.origin === null ? 'NULL' : literal(segment.origin)} AS VARCHAR)`

const landedAt = (segment: LandedSegment): string => `TIMESTAMP ${literal(segment.landedAt.replace('Z', ''))}`

async function parquetScan(connection: DuckDBConnection, folder: string, segment: LandedSegment): Promise<Scan> {
  const path = literal(join(folder, segment.file))
  const found = await connection.runAndReadAll(`DESCRIBE SELECT * FROM read_parquet(${path})`)
  return {
    types: new Map(found.getRowsJson().map(([name, type]) => [String(name), String(type)])),
    rows: `SELECT *, file_row_number + 1 AS _row, CAST(${segment.seq} AS INTEGER) AS _seq, ${landedAt(segment)} AS _landed_at, ${origin(segment)} AS _origin
      FROM read_parquet(${path}, file_row_number = true)`,
  }
}

function ndjsonScan(folder: string, segments: readonly LandedSegment[]): Scan {
  const columns = new Map(segments.flatMap((segment) => segment.columns).map((column) => [column, 'VARCHAR']))
  const isJoined = segments.some(({ joined }) => joined)
  const own = isJoined ? [...ownColumns, ...joinedColumns] : ownColumns
  const paths = segments.map((segment) => literal(join(folder, segment.file)))
  const asked = [...columns, ...own].map((column) => column.map((word) => literal(word)).join(': '))
  const told = (segment: LandedSegment) =>
    isJoined ? [origin(segment)] : [origin(segment), segment.seq, landedAt(segment)]
  const sources = segments.map((segment, index) => `(${[paths[index], ...told(segment)].join(', ')})`)
  const names = ['_path', '_origin', ...(isJoined ? [] : ['_seq', '_landed_at'])]
  return {
    types: columns,
    rows: `SELECT *${isJoined ? ` REPLACE (CAST(rtrim(_landed_at, 'Z') AS TIMESTAMP) AS _landed_at)` : ''}
      FROM read_json([${paths.join(', ')}], format = 'newline_delimited', compression = 'zstd',
        filename = '_file', columns = {${asked.join(', ')}})
      JOIN (VALUES ${sources.join(', ')}) source(${names.join(', ')}) ON _path = _file`,
  }
}

/** What landing puts before the values of a row, and what it puts there when it joins segments. */
const ownColumns = [['_row', 'BIGINT']] as const
const joinedColumns = [
  ['_seq', 'INTEGER'],
  ['_landed_at', 'VARCHAR'],
] as const
