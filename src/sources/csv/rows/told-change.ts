import { canonicalFor, type Writing } from '../columns/canonical.ts'
import { filledIn } from '../columns/missing.ts'
import { type RecordKind, stateParts } from '../fields/targets.ts'
import type { Row } from '../file/rows.ts'
import { entityNamed } from '../mapping/history-file.ts'
import { wordOf } from '../mapping/mapping.ts'
import { writingOf } from './cells.ts'
import type { FilePlan } from './plan.ts'

/** One change as a file tells it, its values as they are written. */
export interface ToldChange {
  readonly line: number
  readonly entity: RecordKind
  readonly recordId: string | null
  readonly recordName: string | null
  readonly property: string | null
  readonly value: string | null
  /** Null where the file does not tell what the property was before. */
  readonly before: string | null
  readonly at: string | null
  readonly by: string | null
  /** The pipeline that the row itself names. */
  readonly pipeline: string | null
  readonly writing: Writing
}

/** Where in a row what is told, and how it is written. */
interface Column {
  readonly at: number
  readonly writing: Writing
}

type Columns = ReadonlyMap<string, Column>

/** Reads the changes of each row of a file: one, or one for each property that has a column of its own. */
export function changesOf(plan: FilePlan): (row: Row) => readonly ToldChange[] {
  const columns = columnsOf(plan)
  const whole = wholeParts(plan)
  const entity = entityNamed(plan.mapping.always?.entity ?? 'deal') ?? 'deal'
  const at = columns.get('changed_at')
  const instant = at && canonicalFor({ kind: 'instant' }, at.writing)
  return (row) => {
    const cell = (word: string): string | null => filledIn(row.cells[columns.get(word)?.at ?? -1])
    const when = cell('changed_at')
    const common = {
      line: row.line,
      entity: entityNamed(cell('entity') ?? '') ?? entity,
      recordId: cell('record_id'),
      recordName: cell('record'),
      at: when === null ? null : (instant?.(when) ?? when),
      by: cell('changed_by'),
      pipeline: cell('pipeline'),
    }
    return valuesIn(columns, whole, cell).map((value) => ({ ...common, ...value }))
  }
}

type Told = Pick<ToldChange, 'property' | 'value' | 'before' | 'writing'>

/** An empty new value tells that it was cleared, unless there is a column for the old one that is empty too. */
function valuesIn(
  columns: Columns,
  whole: ReadonlySet<string>,
  cell: (word: string) => string | null,
): readonly Told[] {
  const value = columns.get('value') ?? columns.get('old_value')
  const [property, now, before] = [cell('property'), cell('value'), cell('old_value')]
  if (columns.has('property') && value) {
    const tellsNothing = now === null && before === null && (columns.has('old_value') || !columns.has('value'))
    return tellsNothing && property !== null ? [] : [{ property, value: now, before, writing: value.writing }]
  }
  return stateParts.flatMap((part) => {
    const [column, state] = [columns.get(part), cell(part)]
    const before = part === 'stage' ? cell('old_stage') : null
    return column && (state !== null || before !== null || whole.has(part))
      ? [{ property: part, value: state, before, writing: column.writing }]
      : []
  })
}

/**
 * The properties whose empty cell tells that there is no value: where each row has a stage, rows tell all values at each
 * change, and a column that is mostly filled is one of them. Elsewhere an empty cell tells nothing.
 */
function wholeParts({ file, mapping }: FilePlan): ReadonlySet<string> {
  const filled = file.columns.map(({ header, filled }) => [wordOf(mapping.columns[header] ?? 'skip'), filled] as const)
  const hasStages = filled.some(([word, cells]) => word === 'stage' && cells === file.rows)
  const mostly = filled.filter(([word, cells]) => word !== 'stage' && cells * 5 >= file.rows * 4)
  return new Set(hasStages ? mostly.flatMap(([word]) => (word === null ? [] : [word])) : [])
}

function columnsOf({ file, mapping, timeZone }: FilePlan): Columns {
  const found = file.header.names.map((header, at) => {
    const column = mapping.columns[header] ?? 'skip'
    return [wordOf(column) ?? 'skip', { at, writing: writingOf(header, column, timeZone) }] as const
  })
  return new Map(found.filter(([word]) => word !== 'skip'))
}
