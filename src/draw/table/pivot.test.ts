import { describe, expect, it } from 'vitest'
import { answer, figures, measure } from '../answer.fixture.ts'
import type { Answer, AnswerRow } from '../answer.ts'
import { chart } from '../chart/chart.fixture.ts'
import { cellAt, tableOf } from './pivot.ts'

const group = (key: string | null) => ({ key, label: key ?? 'Unassigned' })
const row = (of: Partial<AnswerRow>, won: number): AnswerRow => ({
  by: null,
  breakdown: null,
  period: null,
  previous: null,
  ...figures(won),
  ...of,
})

const byOwner: Partial<Answer> = {
  groupLabel: 'Owner',
  rows: [row({ by: group('anna') }, 5), row({ by: group(null) }, 2)],
}

/** The figures of a table, as a reader sees them. */
const seen = (of: Partial<Answer>) => {
  const { columns, rows, total } = tableOf(answer(of), 'won')
  const said = ({ figures }: { readonly figures: readonly ({ readonly value: number | null } | null)[] }) =>
    figures.map((figure) => figure?.value)
  return { columns: columns.map(({ id }) => id), total: total && said(total), rows: rows.map(said) }
}

describe('the table of an answer', () => {
  it('has a row a group and a column a measure', () => {
    expect(seen(byOwner)).toEqual({ columns: ['won figure'], total: [7], rows: [[5], [2]] })
  })

  it('has the figure before and the change when compared', () => {
    const compareRange = { from: null, until: null, label: 'Last year' }
    expect(seen({ ...byOwner, compareRange }).columns).toEqual(['won figure', 'won previous', 'won change'])
  })

  it('has them too for each part, when broken down or over time', () => {
    const rows = [row({ by: group('anna'), period: group('2025-01-01'), previous: { won: 3 } }, 4)]
    const margins = [row({ by: group('anna'), previous: { won: 3 } }, 4)]
    const compareRange = { from: null, until: null, label: 'Last year' }
    const of = answer({ question: { view: 'over-time' }, groupLabel: 'Owner', rows, margins, compareRange })
    const { columns, rows: lines } = tableOf(of, 'won')
    expect(columns.map(({ id }) => id)).toEqual([
      'total',
      'total previous',
      'total change',
      'period:2025-01-01',
      'period:2025-01-01 previous',
      'period:2025-01-01 change',
    ])
    expect(lines.map(({ figures }) => figures.map((figure) => [figure?.value, figure?.previous]))).toEqual([
      Array(6).fill([4, 3]),
    ])
    const [line, before] = [lines[0], columns[4]]
    expect(line && before && cellAt(line, before)).toEqual({
      measure: 'won',
      by: 'anna',
      period: '2025-01-01',
      previous: true,
    })
  })

  it('tells what has not begun', () => {
    const rows = ['2025-03-01', '2025-04-01'].map((key) => row({ period: { key, label: key } }, 0))
    const { rows: lines } = tableOf(answer({ question: { view: 'over-time' }, today: '2025-03-10', rows }), 'won')
    expect(lines.map(({ figures }) => figures[0]?.ahead)).toEqual([false, true])
  })

  it('has the signs of a waterfall, for what it draws', () => {
    const bars = [
      { key: 'START', label: 'Start', incomplete: false, tone: 'total' as const },
      { key: 'CREATED', label: 'Created', incomplete: false, tone: 'better' as const },
      { key: 'LOST', label: 'Lost', incomplete: false, tone: 'worse' as const },
    ]
    const of = answer({
      groupLabel: 'Change',
      measures: [measure('won'), measure('deals')],
      rows: bars.map(({ key }) => row({ by: group(key) }, 5)),
      chart: chart({ type: 'waterfall', categories: bars }),
    })
    expect(tableOf(of, 'won').rows.map(({ figures }) => figures.map((figure) => figure?.sign))).toEqual([
      ['', ''],
      ['+', ''],
      ['−', ''],
    ])
  })

  it('has a column a part when broken down, the sum of each group first', () => {
    const rows = [
      row({ by: group('anna'), breakdown: group('web') }, 3),
      row({ by: group('anna'), breakdown: group('mail') }, 2),
    ]
    const margins = [row({ by: group('anna') }, 5), row({ breakdown: group('web') }, 3), row({ by: group('bram') }, 0)]
    expect(seen({ groupLabel: 'Owner', breakdownLabel: 'Source', rows, margins })).toEqual({
      columns: ['total', 'breakdown:web', 'breakdown:mail'],
      total: [7, 3, undefined],
      rows: [
        [5, 3, 2],
        [0, undefined, undefined],
      ],
    })
  })

  it('has a row a period over time, and a column a period over time by group', () => {
    const question = { view: 'over-time' } as const
    const periods = ['2025-02-01', '2025-01-01'].map((key) => row({ period: { key, label: key } }, 1))
    expect(seen({ question, rows: periods }).rows).toHaveLength(2)
    const each = periods.map((one) => ({ ...one, by: group('anna') }))
    expect(seen({ question, groupLabel: 'Owner', rows: each }).columns).toEqual([
      'total',
      'period:2025-01-01',
      'period:2025-02-01',
    ])
  })

  it('has no total row where the rows are no parts of a whole', () => {
    expect(seen({ ...byOwner, hasTotal: false }).total).toBeNull()
  })

  it('opens each figure by its own keys, that of the missing values too', () => {
    const { columns, rows } = tableOf(answer(byOwner), 'won')
    const cells = rows.flatMap((one) => columns.map((column) => cellAt(one, column)))
    expect(cells).toEqual([
      { measure: 'won', by: 'anna' },
      { measure: 'won', by: null },
    ])
  })

  it('lists measures by their own order', () => {
    expect(seen({ measures: [measure('lost'), measure('won')] }).columns).toEqual(['lost figure', 'won figure'])
  })
})
