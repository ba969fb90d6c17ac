import type { shapes } from '../../answer/index.ts'
import type { Column, Value } from '../../engine/index.ts'

type Row = shapes.AnswerRow

/** One column of an answer as a flat table. */
interface Reading extends Column {
  readonly read: (row: Row) => Value
}

const totalOf = ({ total }: shapes.Answer): Row => ({ by: null, breakdown: null, period: null, ...total })

export const columnsOf = (answer: shapes.Answer): readonly Column[] => readings(answer)

export const rowsOf = (answer: shapes.Answer): readonly (readonly Value[])[] =>
  answer.rows.map((row) => readings(answer).map(({ read }) => read(row)))

/** Figures without groups are one row, which is the total itself. */
export const isOneRow = (answer: shapes.Answer): boolean => readings(answer)[0]?.kind !== 'text'

/** Named in the first column where there are groups; null where the rows are no parts of a whole. */
export function totalRowOf(answer: shapes.Answer): readonly Value[] | null {
  const columns = readings(answer)
  const total = columns.map(({ read }) => read(totalOf(answer)))
  if (isOneRow(answer)) return total
  return answer.hasTotal ? ['Total', ...total.slice(1)] : null
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
