import { type LandedBatch, whenOf } from '../../landing/index.ts'
import { crm } from '../../model/index.ts'
import { importedBy } from './land-import.ts'
import { recipeName } from './recipe.ts'

/** One import of files, as the list of them shows it. */
export interface PastImport {
  readonly number: number
  readonly at: string
  /** Null where an older Plumbline did not note it. */
  readonly by: string | null
  readonly files: readonly string[]
  /** How many rows it brought of each kind, with its noun; what was only concluded from them is left out. */
  readonly rows: readonly { readonly noun: string; readonly count: number }[]
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
  const ofFiles = segments.filter(({ origin }, at) => origin !== null && firstOf(segments, origin) === at)
  const kinds = Map.groupBy(ofFiles, ({ stream }) => stream)
  return [...kinds].map(([kind, own]) => {
    const count = own.reduce((sum, { rows }) => sum + rows, 0)
    return { noun: (count === 1 ? crm[kind].label : crm[kind].plural).toLowerCase(), count }
  })
}

const firstOf = (segments: LandedBatch['content']['segments'], file: string): number =>
  segments.findIndex(({ origin }) => origin === file)
