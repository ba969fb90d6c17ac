import type { Answer, AnswerRow, Cell, MeasureShape } from '../answer.ts'
import { wayOf } from '../chart/steps.ts'
import { columnDimension, isAhead, isOverTime, keyIn, rowDimension } from '../dimensions.ts'
import { type Dimension, type Mark, markOf } from '../mark.ts'

/** The answer laid out: a row a group, and a column a measure or, with two dimensions, a column a part. */
export interface TableData {
  readonly heads: readonly Dimension[]
  readonly columns: readonly Column[]
  /** Null where the rows are no parts of a whole. */
  readonly total: Row | null
  readonly rows: readonly Row[]
  /** Whether the columns are the parts of one measure. */
  readonly spread: boolean
}

export interface Column {
  readonly id: string
  readonly shows: 'figure' | 'previous' | 'change'
  readonly measure: MeasureShape
  /** The part it stands for; null for a measure over all. */
  readonly group: { readonly dimension: Dimension; readonly key: string | null; readonly label: string } | null
  readonly sortable: boolean
}

export interface Row {
  readonly id: string
  readonly mark: Mark | null
  readonly labels: readonly string[]
  readonly keys: Partial<Cell>
  /** By column; null where the answer has nothing to say. */
  readonly figures: readonly (Figure | null)[]
}

export interface Figure {
  readonly value: number | null
  readonly previous: number | null
  /** Its days have not begun. */
  readonly ahead: boolean
  /** What goes out of a pipeline is taken away from it, and the picture says so too. */
  readonly sign: '' | '+' | '−'
}

/** The column over all parts. */
export const totalColumn = 'total'

/** The answer as it is: a row for each of its rows, with all that it is grouped by at its head, and every measure. */
export function longTableOf(answer: Answer): TableData {
  const heads = dimensions.filter((dimension) => answer.rows.some((row) => row[dimension] !== null))
  const columns = measureColumns(answer)
  const at = figuresBy(answer, heads)
  const total = answer.hasTotal || heads.length === 0 ? totalRow(columns, at) : null
  const rows = heads.length === 0 ? [] : answer.rows.map((row) => rowOf(row, heads, columns, at))
  return { heads, columns, spread: false, total, rows }
}

const dimensions = ['period', 'by', 'breakdown'] as const

/** With spread columns only one measure has room: the one of that key. */
export function tableOf(answer: Answer, measureKey: string): TableData {
  const spread = columnDimension(answer)
  const heads = headsOf(answer)
  const columns = spread ? spreadColumns(answer, spread, measureKey) : measureColumns(answer)
  const at = figuresBy(answer, [...heads, ...(spread ? [spread] : [])])
  return {
    heads,
    columns,
    spread: spread !== null,
    total: answer.hasTotal ? totalRow(columns, at) : null,
    rows: groupsOf(answer, heads).map((row) => rowOf(row, heads, columns, at)),
  }
}

/** Over time, both groupings stand at the head of the row. */
function headsOf(answer: Answer): readonly Dimension[] {
  const first = rowDimension(answer)
  if (!first) return []
  const both = first === 'by' && answer.breakdownLabel !== null && isOverTime(answer)
  return both ? ['by', 'breakdown'] : [first]
}

/** A figure alone, or with the one before and the change. */
function shownOf({ compareRange }: Answer): readonly Column['shows'][] {
  return compareRange ? ['figure', 'previous', 'change'] : ['figure']
}

function measureColumns(answer: Answer): readonly Column[] {
  const rows = rowDimension(answer)
  return answer.measures.flatMap((measure) =>
    shownOf(answer).map((shows) => ({
      id: `${measure.key} ${shows}`,
      shows,
      measure,
      group: null,
      // Periods keep the order of time.
      sortable: shows === 'figure' && rows !== 'period',
    })),
  )
}

function spreadColumns(answer: Answer, dimension: Dimension, measureKey: string): readonly Column[] {
  const measure = answer.measures.find(({ key }) => key === measureKey) ?? answer.measures[0]
  if (!measure) return []
  const shown = (id: string, group: Column['group']): readonly Column[] =>
    shownOf(answer).map((shows) => ({
      id: shows === 'figure' ? id : `${id} ${shows}`,
      shows,
      measure,
      group,
      sortable: group === null && shows === 'figure',
    }))
  const parts = distinct(answer, dimension).flatMap((group) =>
    shown(markOf(dimension, group.key), { dimension, ...group }),
  )
  return answer.hasTotal ? [...shown(totalColumn, null), ...parts] : parts
}

/** The groups of one dimension, in the order the answer has them. */
function distinct(answer: Answer, dimension: Dimension) {
  const rows = [...answer.margins, ...answer.rows].flatMap((row) => row[dimension] ?? [])
  const groups = [...new Map(rows.map((group) => [group.key, group])).values()]
  return dimension === 'period'
    ? groups.sort((a, b) => Number(a.key === null) - Number(b.key === null) || (a.key ?? '').localeCompare(b.key ?? ''))
    : groups
}

/** One row for each group at the heads: those over all columns first, for they know their order. */
function groupsOf(answer: Answer, heads: readonly Dimension[]): readonly AnswerRow[] {
  const found = new Map<string, AnswerRow>()
  for (const row of [...answer.margins, ...answer.rows]) {
    if (heads.length === 0 || heads.some((head) => row[head] === null)) continue
    const id = idOf(heads.map((head) => keyIn(row, head)))
    if (!found.has(id)) found.set(id, row)
  }
  return [...found.values()]
}

type Find = (keys: Partial<Cell>, column: Column) => Figure | null

/** Finds a figure by its groups, among rows, margins and the total. */
function figuresBy(answer: Answer, dimensions: readonly Dimension[]): Find {
  const at = new Map<string, Pick<AnswerRow, 'values' | 'previous'>>([
    [idOf(dimensions.map(() => undefined)), answer.total],
  ])
  for (const row of [...answer.margins, ...answer.rows]) at.set(idOf(dimensions.map((name) => keyIn(row, name))), row)
  return (keys, { measure, group }) => {
    const wanted: Partial<Cell> = group ? { ...keys, [group.dimension]: group.key } : keys
    const row = at.get(idOf(dimensions.map((name) => wanted[name])))
    if (!row) return null
    return {
      value: row.values[measure.key] ?? null,
      previous: row.previous?.[measure.key] ?? null,
      ahead: isAhead(answer, wanted),
      sign: signOf(answer, wanted, measure.key),
    }
  }
}

/** The drawn measure has in the table the sign that it has in a waterfall. */
function signOf({ chart }: Answer, { by }: Partial<Cell>, measure: string): Figure['sign'] {
  if (chart.type !== 'waterfall' || chart.along !== 'by' || chart.measure !== measure) return ''
  const bar = chart.categories.find(({ key }) => key === by)
  return bar ? wayOf(bar).sign : ''
}

const totalRow = (columns: readonly Column[], at: Find): Row => ({
  id: 'total',
  mark: null,
  labels: [],
  keys: {},
  figures: columns.map((column) => at({}, column)),
})

const idOf = (keys: readonly (string | null | undefined)[]) =>
  JSON.stringify(keys.map((key) => (key === undefined ? [] : key)))

function rowOf(row: AnswerRow, heads: readonly Dimension[], columns: readonly Column[], at: Find): Row {
  const keys: Partial<Cell> = Object.fromEntries(heads.map((head) => [head, keyIn(row, head)]))
  const [first] = heads
  return {
    id: idOf(heads.map((head) => keyIn(row, head))),
    mark: first ? markOf(first, keyIn(row, first) ?? null) : null,
    labels: heads.map((head) => row[head]?.label ?? ''),
    keys,
    figures: columns.map((column) => at(keys, column)),
  }
}

/** The cell that a figure of the table is. */
export const cellAt = (row: Row, column: Column): Cell => ({
  measure: column.measure.key,
  ...row.keys,
  ...(column.group ? { [column.group.dimension]: column.group.key } : {}),
  ...(column.shows === 'previous' ? { previous: true } : {}),
})
