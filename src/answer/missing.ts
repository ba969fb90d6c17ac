import type { MissingSegment, WarehouseStatus } from '../engine/index.ts'
import { crm, type EntityName } from '../model/index.ts'

/** More kinds and origins are counted and not named. */
const named = 5

const wrongs: Readonly<Record<MissingSegment['wrong'], string>> = {
  missing: 'is not there any more',
  damaged: 'is damaged: it is not what was written',
  unreadable: 'cannot be read',
}

/** What is wrong with the file of a segment, to follow its name. */
export const wrongOf = ({ wrong }: MissingSegment): string => wrongs[wrong]

/** What a figure has to do without, in sentences: kinds of record, where they came from and how many rows. */
export function missingNotes({ missing }: Pick<WarehouseStatus, 'missing'>): readonly string[] {
  const alike = [...Map.groupBy(missing, ({ stream, origin, source }) => `${stream} ${origin ?? source}`).values()]
  const notes = alike.slice(0, named).map(sentence)
  const more = alike.slice(named).flat()
  return more.length === 0
    ? notes
    : [...notes, `${count(rowsOf(more), 'more row', 'more rows')} of others are missing.`]
}

function sentence(alike: readonly MissingSegment[]): string {
  const [one] = alike
  if (!one) return ''
  const rows = rowsOf(alike)
  const from = `${count(rows, 'row', 'rows')} of ${pluralOf(one.stream)} from ${one.origin ?? one.source}`
  const files = alike.length === 1 ? `their landed file ${wrongOf(one)}` : `${alike.length} landed files are not whole`
  return `${from} ${rows === 1 ? 'is' : 'are'} missing in every figure, because ${files}. 'plumbline doctor' names them, 'plumbline repair' puts them right.`
}

const rowsOf = (segments: readonly MissingSegment[]): number => segments.reduce((sum, { rows }) => sum + rows, 0)
const count = (many: number, one: string, more: string): string =>
  `${new Intl.NumberFormat('en').format(many)} ${many === 1 ? one : more}`
const pluralOf = (stream: string): string => crm[stream as EntityName]?.plural ?? stream.replaceAll('_', ' ')
