import { activityTypes } from '../../../model/index.ts'
import { kindOf } from '../columns/column-kind.ts'
import type { ColumnProfile } from '../columns/column-profile.ts'
import { holdsOf } from '../columns/holds.ts'
import { type Evidence, evidenceIn, howToRead } from '../columns/readings.ts'
import { currencyText, isAmount, settledCurrency, tellsCurrency } from '../columns/shared-signs.ts'
import { type Matches, matchesFor } from '../fields/matching.ts'
import { type FileKind, isSetup } from '../fields/targets.ts'
import type { SeenFile } from '../file/look.ts'
import { labelFrom, wordsOf } from '../names.ts'
import { closingIn, concludedStages, meaningText } from '../rows/stages.ts'
import { type Recognised, recordsIn } from './file-records.ts'
import { entityOfHistory } from './history-file.ts'
import { type ListOf, listedIn } from './list-relation.ts'
import type { ColumnMapping, FileMapping, ListMapping, Mapping, NewProperty, RecordsMapping } from './mapping.ts'
import { howWritten, stagesIn, stagesWritten, wordOf, written } from './mapping.ts'
import { merged } from './stage-order.ts'

/** The mapping of these files: what is settled stays, everything else is concluded from the columns. `home` is the company's currency. */
export function proposal(files: readonly SeenFile[], settled: Mapping, home: string | null): Mapping {
  const kinds = new Map(files.map((file) => [file.name, kindOfFile(file, settled.files[file.name])]))
  const known = files.filter((file) => kinds.get(file.name))
  const lists = files.filter((file) => !kinds.get(file.name)).map((file) => listedIn(file, known))
  const proposed = files.map((file) => {
    const own = settled.files[file.name]
    const evidence = evidenceIn(file, files, home)
    return [file.name, proposedFile(file, evidence, kinds.get(file.name) ?? null, lists, own)] as const
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
  evidence: Evidence,
  found: Recognised | null,
  lists: readonly (ListOf | null)[],
  settled: FileMapping | undefined,
): FileMapping {
  if (settled?.records === 'skip') return settled
  if (found) return recordsFile(file, found, evidence, lists, settled?.records === found.kind ? settled : undefined)
  if (settled?.records === 'list') return settledList(file, settled, evidence)
  const list = lists.find((one) => one?.list === file)
  return list ? listFile(list, evidence) : { records: '?', columns: unsettledColumns(file) }
}

const unsettledColumns = (file: SeenFile): Readonly<Record<string, string>> =>
  Object.fromEntries(file.columns.map((column) => [column.header, '?']))

function listFile({ list, key }: ListOf, evidence: Evidence): FileMapping {
  const others = list.columns.filter((column) => column.header !== key)
  const columns = Object.fromEntries(others.map((column) => [column.header, newProperty(column, evidence)]))
  return { records: 'list', key, columns }
}

function settledList(file: SeenFile, settled: ListMapping, evidence: Evidence): ListMapping {
  const columns = Object.entries(settled.columns).map(([header, mapped]) => {
    const profile = file.columns.find((column) => column.header === header)
    return [header, profile ? read(mapped, null, profile, evidence) : mapped] as const
  })
  return { ...settled, columns: Object.fromEntries(columns) }
}

/** The same column with how its cells are written, as told or as the file shows. */
function read(mapped: ColumnMapping, kind: FileKind | null, column: ColumnProfile, evidence: Evidence): ColumnMapping {
  const holds = holdsOf(kind, mapped)
  return holds === null ? mapped : written(mapped, howToRead(column, holds, evidence, howWritten(mapped)))
}

function recordsFile(
  file: SeenFile,
  { kind, matches }: Recognised,
  evidence: Evidence,
  lists: readonly (ListOf | null)[],
  settled: RecordsMapping | undefined,
): RecordsMapping {
  const words = kind === 'property_change' ? matches : withStatusAsStage(matches)
  const columns = file.columns.map((column) => {
    const list = lists.find((one) => one?.of === file && one.column === column.header)
    const told = settled?.columns[column.header]
    if (told !== undefined) return [column.header, read(told, kind, column, evidence)] as const
    const proposed = proposedColumn(kind, column, words.get(column.header), evidence)
    return [column.header, list ? listed(proposed, list) : proposed] as const
  })
  const free = Object.fromEntries(withoutTaken(columns, settled))
  const always = alwaysIn(kind, file, free, settled)
  const mapped = tellsCurrency({ columns: free, ...always }) ? free : withCurrency(file, free, evidence.home)
  return {
    records: kind,
    columns: mapped,
    ...always,
    ...(settled?.totals ? { totals: settled.totals } : {}),
    ...stagesOf(kind, file, mapped, settled),
  }
}

/** Amounts with a sign that several currencies share say which is meant. */
const withCurrency = (
  file: SeenFile,
  columns: RecordsMapping['columns'],
  home: string | null,
): RecordsMapping['columns'] =>
  Object.fromEntries(
    Object.entries(columns).map(([header, mapped]) => {
      const profile = isAmount(mapped) ? file.columns.find((column) => column.header === header) : undefined
      const currency = profile ? settledCurrency(profile, home, howWritten(mapped)) : null
      return [header, currency ? written(mapped, { currency: currencyText(currency) }) : mapped]
    }),
  )

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
  evidence: Evidence,
): ColumnMapping {
  if (word !== undefined) return read(word, kind, column, evidence)
  return column.filled === 0 || kind === 'property_change' || isSetup(kind) ? 'skip' : newProperty(column, evidence)
}

function newProperty(column: ColumnProfile, evidence: Evidence): NewProperty {
  // Ids and durations are not concluded from values.
  const kind = kindOf(column) as NewProperty['new']
  return { new: kind, label: labelFrom(column.header), ...howToRead(column, kind, evidence, {}) }
}

function stagesOf(
  kind: FileKind,
  file: SeenFile,
  columns: Readonly<Record<string, ColumnMapping>>,
  settled: RecordsMapping | undefined,
): Pick<RecordsMapping, 'stages'> {
  const column = file.columns.find(({ header }) => wordOf(columns[header] ?? '') === 'stage')
  if (kind !== 'deal' || !column) return settled?.stages ? { stages: settled.stages } : {}
  const status = file.columns.find(({ header }) => wordOf(columns[header] ?? '') === 'status')
  const concluded = [...concludedStages(column)].map(([label, meaning]) => [label, meaningText(meaning)] as const)
  const closings = [...(status?.values.keys() ?? [])].flatMap((value) => closedBy(value))
  return { stages: stagesWritten(merged(settled ? stagesIn(settled) : [], [...concluded, ...closings])) }
}

const closedBy = (status: string): readonly (readonly [string, string])[] => {
  const closing = closingIn(status)
  return closing ? [[status, closing]] : []
}
