import { type LandedBatch, whenOf } from '../../landing/index.ts'
import { importedBy } from './land-import.ts'
import { recipeName } from './recipe.ts'

/** One import of files, as the list of them shows it. */
export interface PastImport {
  readonly number: number
  readonly at: string
  /** Null where an older Plumbline did not note it. */
  readonly by: string | null
  readonly files: readonly string[]
  /** Rows that it brought, by the kind of their records; what was only concluded from them is left out. */
  readonly rows: Readonly<Record<string, number>>
  /** False once it was taken back. */
  readonly stands: boolean
}

export const isImport = ({ content }: Pick<LandedBatch, 'content'>): boolean =>
  content.originals.length > 0 && content.segments.every(({ source }) => source === 'csv')

/** All imports of files, the newest first. */
export const importsIn = (batches: readonly LandedBatch[]): readonly PastImport[] =>
  batches.filter(isImport).map(pastImport).toReversed()

function pastImport({ number, content, stands }: LandedBatch): PastImport {
  const files = content.originals.filter(({ name }) => name !== recipeName).map(({ name }) => name)
  return { number, at: whenOf(content), by: importedBy(content.cursors), files, rows: rowsOf(content), stands }
}

/** The first segment of a file holds its rows; a later one what history was concluded from them. */
function rowsOf({ segments }: LandedBatch['content']): PastImport['rows'] {
  const rows: Record<string, number> = {}
  const seen = new Set<string>()
  for (const { stream, origin, rows: count } of segments) {
    if (origin !== null && !seen.has(origin)) rows[stream] = (rows[stream] ?? 0) + count
    if (origin !== null) seen.add(origin)
  }
  return rows
}
