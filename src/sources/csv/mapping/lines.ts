import { z } from 'zod'
import {
  type ColumnMapping,
  type FileMapping,
  fileMapping,
  type RecordsMapping,
  stagesIn,
  stagesWritten,
  type WrittenLines,
} from './mapping.ts'
import { isRecords } from './mapping-file.ts'
import { merged } from './stage-order.ts'

/** What a mapping says of one file: each statement by its place. Null: it was struck out. */
export type Lines = ReadonlyMap<string, unknown>

export const linesWritten = (lines: Lines): WrittenLines => [...lines].map(([place, said]) => [pathOf(place), said])

export const linesFrom = (lines: WrittenLines): Lines => new Map(lines.map(([path, said]) => [placeOf(...path), said]))

export const placeOf = (...path: readonly string[]): string => JSON.stringify(path)

// Written by the function above.
export const pathOf = (place: string): string[] => JSON.parse(place) as string[]

export const kindPlace = placeOf('records')

/** Where the order of the stages stands, when somebody told it. */
export const orderPlace = placeOf('stages')

/** What says how the cells of a column are written, apart from what it is. */
const hows = ['dates', 'decimal', 'empty', 'currency'] as const

export function linesOf(one: FileMapping): Lines {
  const kind = [kindPlace, one.records] as const
  if (one.records !== 'list' && !isRecords(one)) return new Map([kind])
  const columns = Object.entries(one.columns).flatMap(([header, column]) => columnLines(header, column))
  if (one.records === 'list') return new Map<string, unknown>([kind, [placeOf('key'), one.key], ...columns])
  const always = Object.entries(one.always ?? {}).map(([word, value]) => [placeOf('always', word), value] as const)
  const totals = one.totals ? [[placeOf('totals'), one.totals] as const] : []
  const stages = stagesIn(one).map(([label, meaning]) => [placeOf('stages', label), meaning] as const)
  return new Map<string, unknown>([kind, ...columns, ...always, ...totals, ...stages])
}

function columnLines(header: string, column: ColumnMapping): readonly (readonly [string, unknown])[] {
  const said = Object.entries(typeof column === 'string' ? { field: column } : column)
  const isHow = ([key]: readonly [string, unknown]) => hows.some((how) => how === key)
  return [
    [placeOf('columns', header), Object.fromEntries(said.filter((one) => !isHow(one)))],
    ...said.filter(isHow).map(([how, value]) => [placeOf('columns', header, how), value] as const),
  ]
}

/** Null when nothing says what the rows are. How a column is written says nothing without what it is. */
export function mappingOf(lines: Lines): FileMapping | null {
  const records = lines.get(kindPlace)
  if (records === undefined) return null
  if (records === '?' || records === 'skip') return fileMapping.parse({ records })
  const always = below(lines, 'always').map(({ name, said }) => [name, said] as const)
  const said = {
    records,
    key: lines.get(placeOf('key')),
    columns: columnsOf(below(lines, 'columns')),
    always: always.length > 0 ? Object.fromEntries(always) : undefined,
    totals: lines.get(placeOf('totals')),
    stages: stagesOf(lines),
  }
  return fileMapping.parse(Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)))
}

interface Below {
  readonly name: string
  /** Empty where the line is of nothing narrower. */
  readonly how: string
  readonly said: unknown
}

const below = (lines: Lines, word: string): readonly Below[] =>
  [...lines].flatMap(([place, said]) => {
    const [first, name, how = ''] = pathOf(place)
    return first === word && name !== undefined ? [{ name, how, said }] : []
  })

function columnsOf(lines: readonly Below[]): Readonly<Record<string, unknown>> {
  const columns = lines.filter(({ how }) => how === '')
  const howOf = (header: string) => lines.filter(({ name, how }) => name === header && how !== '')
  return Object.fromEntries(
    columns.map(({ name, said }) => {
      const written = Object.fromEntries(howOf(name).map(({ how, said }) => [how, said]))
      return [name, shortest({ ...z.looseObject({}).parse(said), ...written })]
    }),
  )
}

const shortest = (column: Readonly<Record<string, unknown>>): unknown =>
  Object.keys(column).length === 1 && 'field' in column ? column.field : column

/** Stages in the order that was told, and each other one where it belongs. */
function stagesOf(lines: Lines): RecordsMapping['stages'] {
  const stages = below(lines, 'stages').map(({ name, said }) => [name, String(said)] as const)
  const order = z.array(z.string()).catch([]).parse(lines.get(orderPlace))
  const first = order.flatMap((label) => stages.filter(([other]) => other === label))
  return stages.length > 0 ? stagesWritten(order.length > 0 ? merged(first, stages) : stages) : undefined
}
