import type { shapes } from '../answer/index.ts'
import type { Column, Value } from '../engine/index.ts'

type Row = shapes.AnswerRow

/** One column of an answer as a flat table. */
interface Reading extends Column {
  readonly read: (row: Row) => Value
}

const totalOf = ({ total }: shapes.Answer): Row => ({ by: null, breakdown: null, period: null, ...total })

export const columnsOf = (answer: shapes.Answer): readonly Column[] => readings(answer)

/** Every row, and the total last, with its name in the first column. */
export function rowsOf(answer: shapes.Answer): readonly (readonly Value[])[] {
  const columns = readings(answer)
  const rows = answer.rows.map((row) => columns.map(({ read }) => read(row)))
  const total = columns.map(({ read }) => read(totalOf(answer)))
  return columns[0]?.kind === 'text' ? [...rows, ['Total', ...total.slice(1)]] : [total]
}

const readings = (answer: shapes.Answer): readonly Reading[] => [...groups(answer), ...measures(answer)]

function groups({ rows, groupLabel, breakdownLabel }: shapes.Answer): readonly Reading[] {
  const has = (part: 'by' | 'breakdown' | 'period') => rows.some((row) => row[part] !== null)
  const column = (part: 'by' | 'breakdown' | 'period', label: string): Reading[] =>
    has(part) ? [{ name: part, label, kind: 'text', read: (row) => row[part]?.label ?? null }] : []
  return [
    ...column('period', 'Period'),
    ...column('by', groupLabel ?? 'Group'),
    ...column('breakdown', breakdownLabel ?? 'Breakdown'),
  ]
}

function measures({ measures, compareRange }: shapes.Answer): readonly Reading[] {
  return measures.flatMap(({ key, label, kind }): Reading[] => {
    const now: Reading = { name: key, label, kind, read: ({ values }) => values[key] ?? null }
    const before: Reading = {
      name: `${key}_previous`,
      label: `${label}, before`,
      kind,
      read: ({ previous }) => previous?.[key] ?? null,
    }
    return compareRange ? [now, before] : [now]
  })
}
