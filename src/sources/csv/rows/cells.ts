import type { Field, Kind } from '../../../model/index.ts'
import type { Canonical } from '../columns/canonical.ts'
import { canonicalFor, type Writing } from '../columns/canonical.ts'
import { filledUnless } from '../columns/missing.ts'
import { writtenNumber } from '../columns/numbers.ts'
import { decimalTold, orderTold } from '../columns/readings.ts'
import { isAmount, meantBy, tellsCurrency } from '../columns/shared-signs.ts'
import type { FieldsByColumn } from '../fields/custom-fields.ts'
import { type FileKind, isStandIn, type Part, type StandIn, type Target, targetsOf } from '../fields/targets.ts'
import type { SeenFile } from '../file/look.ts'
import { type ColumnMapping, howWritten, newIn, type RecordsMapping, wordOf } from '../mapping/mapping.ts'
import type { ListIndex } from './list-index.ts'

/** The value of a cell; null where what is written says nothing. */
export type Filled = (cell: string | undefined) => string | null

/** What one cell of each row becomes: a landed column. */
export interface Cell {
  readonly at: number
  readonly into: string
  readonly header: string
  /** What its values have to be; absent where one that cannot be read tells nothing. */
  readonly is?: Kind
  readonly read: (value: string) => string | null
}

/** A reference by name or id: `to` decides which record is meant. */
export interface Reference {
  readonly to: 'owner' | 'company' | 'contact' | 'deal'
  readonly via: string
  readonly nameAt: number | null
  readonly idAt: number | null
}

/** How the columns of a file are taken apart. */
export interface Cells {
  readonly values: readonly Cell[]
  readonly references: readonly Reference[]
  readonly parts: Readonly<Partial<Record<Part, number>>>
  /** What counts where the surer column says nothing. */
  readonly standIns: Readonly<Partial<Record<StandIn, Cell>>>
  /** By column: what is filled in. */
  readonly filled: readonly Filled[]
  /** What stands behind the cells of every row. */
  readonly constants: readonly string[]
}

export interface ListUse {
  readonly file: SeenFile
  readonly index: ListIndex
  readonly fields: FieldsByColumn
  readonly columns: Readonly<Record<string, ColumnMapping>>
}

export interface CellsOf {
  readonly file: SeenFile
  readonly mapping: RecordsMapping
  readonly fields: FieldsByColumn
  readonly lists: ReadonlyMap<string, ListUse>
  readonly timeZone: string
}

export function cellsOf(from: CellsOf): Cells {
  const values: Cell[] = []
  const references = new Map<string, Reference>()
  const parts: Partial<Record<Part, number>> = {}
  const standIns: Partial<Record<StandIn, Cell>> = {}
  const always = Object.entries(from.mapping.always ?? {})
  const columns = from.file.header.names.map((header) => [header, from.mapping.columns[header] ?? 'skip'] as const)
  const given = always.map(([word]) => [word, word] as const)
  ;[...columns, ...given].forEach(([header, column], at) => {
    values.push(...valueCells(from, header, at, column), ...currencyCells(from, at, column))
    const target = targetOf(from.mapping.records, column)
    if (target?.is === 'part' && isStandIn(target.part)) standIns[target.part] = standIn(from, target.part, at, column)
    else if (target?.is === 'part') parts[target.part] = at
    if (target?.is === 'reference') references.set(target.via, withColumn(references.get(target.via), target, at))
  })
  const filled = [...columns, ...given].map(([, column]) => filledUnless(howWritten(column).empty))
  const constants = always.map(([, value]) => value)
  return { values, references: [...references.values()], parts, standIns, filled, constants }
}

function standIn(from: CellsOf, part: StandIn, at: number, column: ColumnMapping): Cell {
  const header = from.file.header.names[at] ?? ''
  const into = part === 'expected_amount' ? 'amount_in_currency' : 'closed_at'
  const kind = part === 'expected_amount' ? 'money' : 'instant'
  return { at, into, header, is: kind, read: canonicalFor({ kind }, writing(from, header, column)) }
}

function targetOf(kind: FileKind, column: ColumnMapping): Target | null {
  const word = wordOf(column)
  return word === null ? null : (targetsOf[kind].get(word) ?? null)
}

function withColumn(
  before: Reference | undefined,
  { to, via, by }: Target & { is: 'reference' },
  at: number,
): Reference {
  const reference = before ?? { to, via, nameAt: null, idAt: null }
  return by === 'id' ? { ...reference, idAt: at } : { ...reference, nameAt: at }
}

function valueCells(from: CellsOf, header: string, at: number, column: ColumnMapping): readonly Cell[] {
  const field = fieldOf(from, header, column)
  const list = typeof column === 'object' && column.list !== undefined ? from.lists.get(column.list) : undefined
  const own = field ? [ownCell(from, header, at, column, field, list)] : []
  return list ? [...own, ...listCells(from, list, at)] : own
}

function ownCell(
  from: CellsOf,
  header: string,
  at: number,
  column: ColumnMapping,
  field: Field,
  list: ListUse | undefined,
): Cell {
  const canonical = canonicalFor(field, writing(from, header, column))
  return { at, into: field.name, header, is: field.kind, read: respelled(canonical, list) }
}

/** Where no column tells the currency, the sign beside the amount does. */
function currencyCells({ file, mapping }: CellsOf, at: number, column: ColumnMapping): readonly Cell[] {
  if (!isAmount(column) || tellsCurrency(mapping) || !file.columns[at]?.currencies.size) return []
  const read = (value: string): string | null => {
    const sign = writtenNumber(value)?.currency ?? null
    return sign === null ? null : meantBy(sign, howWritten(column))
  }
  return [{ at, into: 'currency', header: file.header.names[at] ?? '', read }]
}

function fieldOf(from: CellsOf, header: string, column: ColumnMapping) {
  if (newIn(column)) return from.fields.get(header) ?? null
  const target = targetOf(from.mapping.records, column)
  return target?.is === 'field' ? target.field : null
}

/** A value that the list knows is written as the list writes it. */
const respelled = (canonical: Canonical, list: ListUse | undefined): Canonical =>
  list ? (value) => list.index.find(value)?.key ?? canonical(value) : canonical

function listCells(from: CellsOf, list: ListUse, at: number): readonly Cell[] {
  return [...list.fields].map(([header, field]) => {
    const canonical = canonicalFor(field, writing(from, header, list.columns[header] ?? 'skip'))
    const read = (value: string): string | null => {
      const found = list.index.known(value)?.cells.get(header) ?? null
      return found === null ? null : (canonical(found) ?? found)
    }
    return { at, into: field.name, header, read }
  })
}

const writing = ({ timeZone }: CellsOf, header: string, column: ColumnMapping): Writing =>
  writingOf(header, column, timeZone)

export function writingOf(header: string, column: ColumnMapping, timeZone: string): Writing {
  const how = howWritten(column)
  return { header, order: orderTold(how), decimal: decimalTold(how), timeZone }
}
