import { crm } from '../../model/index.ts'
import type { ColumnReading } from './columns/column-reading.ts'
import { detectedIn } from './detected.ts'
import { doubtsIn } from './doubts/doubts.ts'
import { namedKinds } from './fields/targets.ts'
import type { SeenFile } from './file/look.ts'
import type { Imported } from './import.ts'
import { type Mapping, stagesIn } from './mapping/mapping.ts'
import { isRecords } from './mapping/mapping-file.ts'
import { listNames } from './rows/plan.ts'
import type { NearMatch } from './rows/register.ts'
import { meaningText } from './rows/stages.ts'

/** One heading of the summary with its lines. */
export interface Section {
  readonly title: string
  readonly lines: readonly string[]
}

/** What an import read and concluded, for people. Sections without lines are left out. */
export function sectionsOf(imported: Imported): readonly Section[] {
  const files = { title: 'Files', lines: imported.files.map((file) => fileLine(file, imported)) }
  const sections = [
    files,
    { title: 'Columns', lines: imported.readings.map(readingLine) },
    { title: 'Stages', lines: imported.names ? stageLines(imported) : [] },
    { title: 'New properties', lines: imported.names ? propertyLines(imported) : [] },
    { title: 'Matched after folding case, spaces and signs', lines: nearLines(imported) },
    { title: 'Matched nothing', lines: [...madeLines(imported), ...missingLines(imported)] },
    { title: 'Please check', lines: doubtsIn(imported) },
  ]
  return sections.filter(({ lines }) => lines.length > 0)
}

function fileLine(file: SeenFile, { mapping, unchanged }: Imported): string {
  const own = mapping.files[file.name]
  const since = unchanged.get(file.name)
  const again = since === undefined ? '' : `, imported before (${since.slice(0, 16).replace('T', ' ')}), nothing to do`
  const left =
    file.left.length === 0 ? '' : `, ${rowsOf(file.left.length)} of totals, footers or repeated headers left out`
  return `${file.name}: ${file.rows.toLocaleString('en')} ${rowsAre(file.name, mapping)} (${detectedIn(file, own)})${left}${again}`
}

function rowsAre(name: string, { files }: Mapping): string {
  const own = files[name]
  if (own && isRecords(own)) return crm[own.records].plural
  if (own?.records !== 'list') return 'rows, left out'
  const users = Object.entries(files).filter(([, other]) => isRecords(other) && listNames(other).includes(name))
  return `rows that tell more about '${own.key}' of ${users.map(([user]) => user).join(', ') || 'another file'}`
}

/** `deals.csv: Closed → Closed at (31.12.2024) day first: as in 'Created' – likely` */
function readingLine({ file, header, as, examples, notes, sure }: ColumnReading): string {
  const shown = examples.length > 0 ? ` (${examples.map(shortened).join(', ')})` : ' (empty)'
  const how = notes.length > 0 ? `; ${notes.join('; ')}` : ''
  return `${file}: ${header} → ${as}${shown}${how}${sure === 'sure' ? '' : ` – ${sure}`}`
}

const shortened = (example: string): string => (example.length > 30 ? `${example.slice(0, 29)}…` : example)

const stageLines = ({ plans, names }: Imported): readonly string[] => [
  ...plans.flatMap(({ mapping }) => {
    const stages = stagesIn(mapping)
    return stages.length === 0 ? [] : [stages.map(([label, meaning]) => `${label} (${meaning})`).join(' → ')]
  }),
  ...[...(names?.stages ?? [])].map(([label, meaning]) => `Only in the history: ${label} (${meaningText(meaning)})`),
]

const propertyLines = ({ plans }: Imported): readonly string[] =>
  plans
    .filter(({ fields }) => fields.length > 0)
    .map(
      ({ kind, fields }) => `${crm[kind].label}: ${fields.map((field) => `${field.label} (${field.kind})`).join(', ')}`,
    )

function nearLines({ names }: Imported): readonly string[] {
  const lists = names?.lists.flatMap(({ file, near }) => near.map(nearLine(file))) ?? []
  const records = namedKinds.flatMap((kind) => names?.near[kind].map(nearLine(crm[kind].plural)) ?? [])
  return [...records, ...lists]
}

const nearLine =
  (where: string) =>
  ({ written, as, rows }: NearMatch): string =>
    `'${written}' was read as '${as}' of ${where} (${rowsOf(rows)})`

const rowsOf = (rows: number): string => `${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}`

function madeLines({ names }: Imported): readonly string[] {
  return namedKinds.flatMap((kind) => {
    const made = names?.made[kind] ?? []
    if (made.length === 0) return []
    const noun = (made.length === 1 ? crm[kind].label : crm[kind].plural).toLowerCase()
    const examples = someOf(made, ({ name, rows }) => `${name} (${rowsOf(rows)})`)
    return [`${made.length.toLocaleString('en')} ${noun} made for a name that nothing had: ${examples}`]
  })
}

const missingLines = ({ names }: Imported): readonly string[] =>
  (names?.lists ?? []).flatMap(({ file, missing }) => {
    const values = someOf([...missing], ([value, rows]) => `${value} (${rowsOf(rows)})`)
    return missing.size === 0 ? [] : [`Not in ${file}: ${values}`]
  })

function someOf<T>(all: readonly T[], inWords: (one: T) => string): string {
  const shown = all.slice(0, 5).map(inWords).join(', ')
  return all.length > 5 ? `${shown} and ${(all.length - 5).toLocaleString('en')} more` : shown
}
