import type { Answer, MeasureShape } from './answer.ts'
import { chart } from './chart/chart.fixture.ts'

export const measure = (key: string): MeasureShape => ({ key, label: key, kind: 'number', doc: '', better: 'up' })

export const figures = (won: number) => ({ values: { won } })

/** Seven won, without groups, unless told otherwise. */
export const answer = (of: Partial<Answer> = {}): Answer => ({
  report: { id: 'sales/deals-won-and-lost', title: 'Deals won and lost', question: '' },
  question: {},
  range: { from: '2025-01-01', until: '2025-04-01', label: 'Q1 2025' },
  compareRange: null,
  dateLabel: 'Close date',
  today: '2025-03-10',
  timeZone: 'UTC',
  currency: 'EUR',
  groupLabel: null,
  breakdownLabel: null,
  frequencies: [],
  chips: [],
  notes: [],
  restsOn: [],
  measures: [measure('won')],
  rows: [],
  moreRows: 0,
  moreBreakdowns: 0,
  margins: [],
  total: { values: { won: 7 }, previous: null },
  hasTotal: true,
  headline: [],
  chart: chart(),
  definition: '',
  statements: [],
  freshness: { generation: 1, freshAt: null, refreshedAt: null, pending: 0 },
  completeness: { complete: true, quarantined: 0, notes: [] },
  tookMs: 1,
  ...of,
})
