import { orderTold } from './columns/readings.ts'
import { voiceOf } from './fields/matching.ts'
import { type FileKind, targetsOf } from './fields/targets.ts'
import { separatorNames } from './file/dialect.ts'
import type { SeenFile } from './file/look.ts'
import { type ColumnMapping, type FileMapping, newIn, wordOf } from './mapping/mapping.ts'
import { isRecords } from './mapping/mapping-file.ts'
import { exporterOf } from './words.ts'

/** How a file was found to be written, in words: `semicolons, windows-1252, dates like 31.12.2017`. */
export function detectedIn(file: SeenFile, mapping: FileMapping | undefined): string {
  const separator = file.columns.length > 1 ? `${separatorNames[file.dialect.separator]}s` : 'one column'
  const quote = file.dialect.quote === "'" ? ['single quotes'] : []
  const title = file.header.line > 1 ? [`header in line ${file.header.line}`] : []
  const columns = mapping && (isRecords(mapping) || mapping.records === 'list') ? mapping.columns : {}
  const kind = mapping && isRecords(mapping) ? mapping.records : null
  const voice = kind && voiceOf(kind, file.columns)
  const exporter = voice ? [exporterOf(voice) ?? ''] : []
  return [
    ...exporter,
    separator,
    file.encoding,
    ...quote,
    ...title,
    ...datesIn(file, kind, columns),
    ...decimalsIn(columns),
  ].join(', ')
}

function datesIn(
  file: SeenFile,
  kind: FileKind | null,
  columns: Readonly<Record<string, ColumnMapping>>,
): readonly string[] {
  const dates = file.columns.filter((column) => column.days > 0 && isDate(kind, columns[column.header]))
  const shown = dates.map((column) => {
    const [example = ''] = [...column.values.keys()]
    const how = columns[column.header]
    const settled = typeof how === 'object' ? orderTold(how) : 'either'
    const order = settled === 'either' ? '' : ` (${settled})`
    return `dates like ${example}${order}`
  })
  return shown.slice(0, 1)
}

function isDate(kind: FileKind | null, column: ColumnMapping | undefined): boolean {
  if (column === undefined) return false
  const made = newIn(column)
  if (made) return made.new === 'day' || made.new === 'instant'
  const target = kind && targetsOf[kind].get(wordOf(column) ?? '')
  return target?.is === 'field' && (target.field.kind === 'instant' || target.field.kind === 'day')
}

const decimalsIn = (columns: Readonly<Record<string, ColumnMapping>>): readonly string[] =>
  Object.values(columns).some((column) => typeof column === 'object' && column.decimal === ',')
    ? ['decimal commas']
    : []
