import type { CustomField, Option } from '../../../model/index.ts'
import { closedListOf } from '../columns/column-kind.ts'
import type { SeenFile } from '../file/look.ts'
import { type ListMapping, type NewProperty, newIn, type RecordsMapping } from '../mapping/mapping.ts'
import { columnName, labelFrom } from '../names.ts'
import { type FileKind, takenNames } from './targets.ts'

/** The custom fields that one file gives its records, by the column they come from. */
export type FieldsByColumn = ReadonlyMap<string, CustomField>

interface Column {
  readonly header: string
  readonly property: NewProperty
}

/** How a list writes a value; as it is where no list knows it. */
export type Spelling = (list: string | undefined, value: string) => string

/** Each new column becomes a field; a field of that name that is there keeps its kind, or the new one gets another name. */
export function customFields(
  kind: FileKind,
  file: SeenFile,
  mapping: RecordsMapping | ListMapping,
  there: readonly CustomField[],
  spelling: Spelling,
): FieldsByColumn {
  const fields = new Map<string, CustomField>()
  const used = new Set<string>()
  for (const column of newColumns(mapping)) {
    const field = fieldFor(kind, file, column, there, used, spelling)
    used.add(field.name)
    fields.set(column.header, field)
  }
  return fields
}

const newColumns = (mapping: RecordsMapping | ListMapping): readonly Column[] =>
  Object.entries(mapping.columns).flatMap(([header, column]) => {
    const property = newIn(column)
    return property ? [{ header, property }] : []
  })

function fieldFor(
  kind: FileKind,
  file: SeenFile,
  { header, property }: Column,
  there: readonly CustomField[],
  used: ReadonlySet<string>,
  spelling: Spelling,
): CustomField {
  const own = there.filter((field) => field.entity === kind)
  const name = freeName(property.name ?? columnName(header), property, own, new Set([...takenNames(kind), ...used]))
  const label = property.label ?? labelFrom(header)
  const field = { entity: kind, name, kind: property.new, label, custom: true } as const
  const before = own.find((other) => other.name === name)
  const values = property.new === 'text' ? closedList(file, header, (value) => spelling(property.list, value)) : null
  const options = values && (!before || before.options) ? allOptions(values, before?.options ?? []) : null
  return options ? { ...field, options } : field
}

function freeName(
  wanted: string,
  property: NewProperty,
  own: readonly CustomField[],
  taken: ReadonlySet<string>,
): string {
  const usable = (name: string) =>
    !taken.has(name) && own.every((field) => field.name !== name || field.kind === property.new)
  const names = [wanted, `${wanted}_${property.new}`, ...Array.from({ length: 600 }, (_, at) => `${wanted}_${at + 2}`)]
  return names.find(usable) ?? wanted
}

function closedList(file: SeenFile, header: string, spelled: (value: string) => string): readonly string[] | null {
  const profile = file.columns.find((column) => column.header === header)
  const values = profile ? closedListOf(profile) : null
  return values && [...new Set(values.map(spelled))]
}

/** Values that were offered before stay offered. */
function allOptions(values: readonly string[], before: readonly Option[]): readonly Option[] {
  const added = values.filter((value) => !before.some((option) => option.value === value))
  return [...before, ...added.map((value) => ({ value, label: value }))].toSorted((a, b) =>
    a.label.localeCompare(b.label, 'en'),
  )
}
