import type { Table, Value } from '../../engine/index.ts'
import type { GroupName } from '../../query/index.ts'
import { groundColumns } from '../notes/rests-on.ts'
import type { Plan } from '../plan.ts'
import type { AnswerRow } from '../shapes.ts'
import { chosenPlace, labelOf, placeOf } from './group-label.ts'

/** The rows of an answer, each with the order that its groups have of their own. */
export interface Figure extends AnswerRow {
  readonly order: Readonly<Partial<Record<GroupName, number>>>
}

type Limited = 'by' | 'breakdown'

export interface Figures {
  readonly rows: readonly Figure[]
  readonly margins: readonly Figure[]
  readonly total: Figure | null
  /** Groups that a limit cut. */
  readonly more: Readonly<Record<Limited, number>>
  /** How many records rest on each ground, by its column. */
  readonly resting: Readonly<Record<string, number>>
}

export function figuresOf(plan: Plan, table: Table): Figures {
  const at = new Map(table.columns.map(({ name }, index) => [name, index]))
  const read = table.rows.map((row) => ({
    figure: figureOf(plan, (name) => row[at.get(name) ?? -1] ?? null),
    level: Number(row[at.get('level') ?? -1]),
  }))
  const whole = 2 ** plan.groups.length - 1
  const overall = table.rows.find((row) => Number(row[at.get('level') ?? -1]) === whole)
  const rows = read.filter(({ level }) => level === 0)
  const more = (name: Limited) => groupsCut(name, Number(table.rows[0]?.[at.get(`${name}_groups`) ?? -1] ?? 0), read)
  return {
    rows: whole === 0 ? [] : rows.map(({ figure }) => figure),
    margins: read.filter(({ level }) => level > 0 && level < whole).map(({ figure }) => figure),
    total: read.find(({ level }) => level === whole)?.figure ?? null,
    more: { by: more('by'), breakdown: more('breakdown') },
    resting: Object.fromEntries(
      groundColumns(plan).map((column) => [column, Number(overall?.[at.get(column) ?? -1] ?? 0)]),
    ),
  }
}

function groupsCut(name: Limited, count: number, read: readonly { readonly figure: Figure }[]): number {
  const kept = new Set(read.flatMap(({ figure }) => (figure[name] ? [figure[name].key] : [])))
  return Math.max(0, count - kept.size)
}

type Cell = (column: string) => Value

function figureOf(plan: Plan, cell: Cell): Figure {
  const level = Number(cell('level'))
  const inRow = (name: GroupName) => {
    const index = plan.groups.findIndex((group) => group.name === name)
    const bit = 2 ** (plan.groups.length - 1 - index)
    return index < 0 || (level & bit) !== 0 ? undefined : plan.groups[index]
  }
  const group = (name: GroupName) => {
    const found = inRow(name)
    return found ? labelOf(plan, found, cell(`${name}_key`), cell(`${name}_label`)) : null
  }
  const order = (name: GroupName) => {
    const found = inRow(name)
    const chosen = found && chosenPlace(plan, name, cell(`${name}_key`))
    const place =
      chosen ?? (found && (found.order ? numberOf(cell(`${name}_order`)) : placeOf(plan, found, cell(`${name}_key`))))
    return place === null || place === undefined ? {} : { [name]: place }
  }
  return {
    by: group('by'),
    breakdown: group('breakdown'),
    period: group('period'),
    values: Object.fromEntries(plan.counted.map(({ key }) => [key, numberOf(cell(key))])),
    previous: null,
    order: { ...order('by'), ...order('breakdown') },
  }
}

/** Nobody reads −0. */
const numberOf = (value: Value): number | null => (value === null ? null : Number(value) + 0)
