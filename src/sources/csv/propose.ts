import { activityTypes } from '../../model/index.ts'
import { kindOf } from './column-kind.ts'
import type { ColumnProfile } from './column-profile.ts'
import { type Recognised, recordsIn } from './file-records.ts'
import { entityOfHistory } from './history-file.ts'
import { type ListOf, listedIn } from './list-relation.ts'
import type { SeenFile } from './look.ts'
import type { ColumnMapping, FileMapping, Mapping, NewProperty, RecordsMapping } from './mapping.ts'
import { wordOf } from './mapping.ts'
import { type Matches, matchesFor } from './matching.ts'
import { labelFrom, wordsOf } from './names.ts'
import { type Readings, readingsIn } from './readings.ts'
import { closingIn, concludedStages, meaningText } from './stages.ts'
import type { FileKind } from './targets.ts'

/** The mapping of these files: what is settled stays, everything else is concluded from the columns. */
export function proposal(files: readonly SeenFile[], settled: Mapping): Mapping {
  const kinds = new Map(files.map((file) => [file.name, kindOfFile(file, settled.files[file.name])]))
  const known = files.filter((file) => kinds.get(file.name))
  const lists = files.filter((file) => !kinds.get(file.name)).map((file) => listedIn(file, known))
  const proposed = files.map((file) => {
    const own = settled.files[file.name]
    return [file.name, proposedFile(file, files, kinds.get(file.name) ?? null, lists, own)] as const
  })
  return { files: Object.fromEntries(proposed) }
}

function kindOfFile(file: SeenFile, settled: FileMapping | undefined): Recognised | null {
  if (!settled || settled.records === '?') return recordsIn(file)
  if (settled.records === 'list' || settled.records === 'skip') return null
  return { kind: settled.records, matches: matchesFor(settled.records, file.columns) }
}

function proposedFile(
  file: SeenFile,
  files: readonly SeenFile[],
  found: Recognised | null,
  lists: readonly (ListOf | null)[],
  settled: FileMapping | undefined,
): FileMapping {
  if (settled?.records === 'skip') return settled
  const readings = readingsIn(file, files)
  if (found) return recordsFile(file, found, readings, lists, settled?.records === found.kind ? settled : undefined)
  if (settled?.records === 'list') return settled
  const list = lists.find((one) => one?.list === file)
  return list ? listFile(list, readings) : { records: '?', columns: unsettledColumns(file) }
}

const unsettledColumns = (file: SeenFile): Readonly<Record<string, string>> =>
  Object.fromEntries(file.columns.map((column) => [column.header, '?']))

function listFile({ list, key }: ListOf, readings: Readings): FileMapping {
  const others = list.columns.filter((column) => column.header !== key)
  const columns = Object.fromEntries(others.map((column) => [column.header, newProperty(column, readings)]))
  return { records: 'list', key, columns }
}

function recordsFile(
  file: SeenFile,
  { kind, matches }: Recognised,
  readings: Readings,
  lists: readonly (ListOf | null)[],
  settled: RecordsMapping | undefined,
): RecordsMapping {
  const words = kind === 'property_change' ? matches : withStatusAsStage(matches)
  const columns = file.columns.map((column) => {
    const list = lists.find((one) => one?.of === file && one.column === column.header)
    const proposed = proposedColumn(kind, column, words.get(column.header), readings)
    return [column.header, settled?.columns[column.header] ?? (list ? listed(proposed, list) : proposed)] as const
  })
  const mapped = Object.fromEntries(withoutTaken(columns, settled))
  return {
    records: kind,
    columns: mapped,
    ...alwaysIn(kind, file, mapped, settled),
    ...stagesOf(kind, file, mapped, settled),
  }
}

/** A file of calls says so in its name, not in a column. */
function alwaysIn(
  kind: FileKind,
  file: SeenFile,
  columns: Readonly<Record<string, ColumnMapping>>,
  settled: RecordsMapping | undefined,
): Pick<RecordsMapping, 'always'> {
  if (settled) return settled.always ? { always: settled.always } : {}
  if (kind === 'property_change') return entityIn(columns)
  const told = Object.values(columns).some((column) => wordOf(column) === 'type')
  const type = kind === 'activity' && !told ? activityTypeIn(file) : null
  return type ? { always: { type } } : {}
}

function entityIn(columns: Readonly<Record<string, ColumnMapping>>): Pick<RecordsMapping, 'always'> {
  const words = new Map(Object.entries(columns).map(([header, column]) => [wordOf(column), header]))
  return words.has('entity') ? {} : { always: { entity: entityOfHistory(words) } }
}

function activityTypeIn(file: SeenFile): string | null {
  const words = wordsOf([file.name.replace(/\.\w+$/u, ''), ...file.header.names].join(' '))
  return activityTypes.find(({ label }) => new RegExp(`\\b${label}s?\\b`, 'iu').test(words))?.value ?? null
}

/** A new column may not take the word that an edited mapping gave to another. */
function withoutTaken(
  columns: readonly (readonly [string, ColumnMapping])[],
  settled: RecordsMapping | undefined,
): readonly (readonly [string, ColumnMapping])[] {
  const taken = new Set(Object.values(settled?.columns ?? {}).map(wordOf))
  return columns.map(([header, column]) => {
    const free = settled?.columns[header] !== undefined || !taken.has(wordOf(column)) || wordOf(column) === null
    return [header, free ? column : 'skip'] as const
  })
}

/** With one column for both, what it says is the stage. */
function withStatusAsStage(matches: Matches): Matches {
  if ([...matches.values()].includes('stage')) return matches
  return new Map([...matches].map(([header, word]) => [header, word === 'status' ? 'stage' : word]))
}

function listed(column: ColumnMapping, { list }: ListOf): ColumnMapping {
  return typeof column === 'string' ? { field: column, list: list.name } : { ...column, list: list.name }
}

function proposedColumn(
  kind: FileKind,
  column: ColumnProfile,
  word: string | undefined,
  readings: Readings,
): ColumnMapping {
  if (word === undefined)
    return column.filled === 0 || kind === 'property_change' ? 'skip' : newProperty(column, readings)
  const mixed = kind === 'property_change' && (word === 'value' || word === 'old_value')
  const how = mixed ? howToReadMixed(column, readings) : howToRead(column, readings)
  return Object.keys(how).length > 0 ? { field: word, ...how } : word
}

const newProperty = (column: ColumnProfile, readings: Readings): NewProperty => {
  const kind = kindOf(column)
  const how = kind === 'text' || kind === 'flag' ? {} : howToRead(column, readings)
  // Ids and durations are not concluded from values.
  return { new: kind as NewProperty['new'], label: labelFrom(column.header), ...how }
}

function howToRead(column: ColumnProfile, readings: Readings): Pick<NewProperty, 'dates' | 'decimal'> {
  if (column.ordered * 2 > column.filled) return { dates: readings.dates(column).order }
  const number = column.numbers * 2 > column.filled && column.days * 2 <= column.filled
  return number && readings.decimal(column) === ',' && separated(column) ? { decimal: ',' } : {}
}

/** The values of a history are texts, dates and numbers of many properties. */
const howToReadMixed = (column: ColumnProfile, readings: Readings): Pick<NewProperty, 'dates' | 'decimal'> => ({
  ...(column.ordered > 0 ? { dates: readings.dates(column).order } : {}),
  ...(column.decimalCommas > column.decimalPoints ? { decimal: ',' as const } : {}),
})

const separated = (column: ColumnProfile): boolean => [...column.values.keys()].some((value) => /[.,]/.test(value))

function stagesOf(
  kind: FileKind,
  file: SeenFile,
  columns: Readonly<Record<string, ColumnMapping>>,
  settled: RecordsMapping | undefined,
): Pick<RecordsMapping, 'stages'> {
  const column = file.columns.find(({ header }) => wordOf(columns[header] ?? '') === 'stage')
  if (kind !== 'deal' || !column) return {}
  const status = file.columns.find(({ header }) => wordOf(columns[header] ?? '') === 'status')
  const concluded = [...concludedStages(column)].map(([label, meaning]) => [label, meaningText(meaning)] as const)
  const closings = [...(status?.values.keys() ?? [])].flatMap((value) => closedBy(value))
  return { stages: merged(settled?.stages ?? {}, [...concluded, ...closings]) }
}

const closedBy = (status: string): readonly (readonly [string, string])[] => {
  const closing = closingIn(status)
  return closing ? [[status, closing]] : []
}

/** Settled stages keep meaning and order; new open ones come before the closed ones. */
function merged(settled: Readonly<Record<string, string>>, found: readonly (readonly [string, string])[]) {
  const all = [...Object.entries(settled), ...found.filter(([label]) => !(label in settled))]
  const isOpen = ([, meaning]: readonly [string, string]) => meaning.startsWith('open')
  return Object.fromEntries([...all.filter(isOpen), ...all.filter((stage) => !isOpen(stage))])
}
