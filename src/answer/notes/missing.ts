import type { MissingSegment, WarehouseStatus } from '../../engine/index.ts'
import { crm, type EntityName } from '../../model/index.ts'
import type { Say } from '../../words/index.ts'

/** More kinds and origins are counted and not named. */
const named = 5

/** What is wrong with the file of a segment, to follow its name. */
export function wrongOf(say: Say, { wrong }: MissingSegment): string {
  switch (wrong) {
    case 'missing':
      return say('is not there any more')
    case 'damaged':
      return say('is damaged: it is not what was written')
    case 'unreadable':
      return say('cannot be read')
  }
}

/** What a figure has to do without, in sentences: kinds of record, where they came from and how many rows. */
export function missingNotes(say: Say, { missing }: Pick<WarehouseStatus, 'missing'>): readonly string[] {
  const alike = [...Map.groupBy(missing, ({ stream, origin, source }) => `${stream} ${origin ?? source}`).values()]
  const notes = alike.slice(0, named).map((segments) => sentence(say, segments))
  const more = alike.slice(named).flat()
  return more.length === 0
    ? notes
    : [
        ...notes,
        say('{{rows}} more rows of others are missing.', { count: rowsOf(more), rows: say.number(rowsOf(more)) }),
      ]
}

function sentence(say: Say, alike: readonly MissingSegment[]): string {
  const [one] = alike
  if (!one) return ''
  const rows = rowsOf(alike)
  const files =
    alike.length === 1
      ? say('their landed file {{wrong}}', { wrong: wrongOf(say, one) })
      : say('{{files}} landed files are not whole', { files: alike.length })
  return say(
    "{{rows}} rows of {{records}} from {{origin}} are missing in every figure, because {{files}}. 'plumbline doctor' names them, 'plumbline repair' puts them right.",
    {
      count: rows,
      rows: say.number(rows),
      records: pluralOf(say, one.stream),
      origin: one.origin ?? one.source,
      files,
    },
  )
}

const rowsOf = (segments: readonly MissingSegment[]): number => segments.reduce((sum, { rows }) => sum + rows, 0)
const pluralOf = (say: Say, stream: string): string =>
  say(crm[stream as EntityName]?.plural ?? stream.replaceAll('_', ' '))
