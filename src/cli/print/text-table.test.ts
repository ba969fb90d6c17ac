import { describe, expect, it } from 'vitest'
import { drawTable } from './text-table.ts'

const columns = [
  { name: 'by', label: 'Owner', kind: 'text' },
  { name: 'won', label: 'Won', kind: 'number' },
  { name: 'rate', label: 'Win rate', kind: 'percent' },
  { name: 'amount', label: 'Amount', kind: 'money' },
  { name: 'time', label: 'Time', kind: 'duration' },
] as const

describe('a table in the terminal', () => {
  it('aligns figures to the right, shows the missing as a dash, and sets the total apart', () => {
    const day = 24 * 60 * 60 * 1000
    const rows = [
      ['Zoë', 1200, 62.25, 1234567.5, 12 * day + day / 6],
      ['Bo', 0, null, 0, 90_000],
    ]
    const total = ['Total', 1200, 62.25, 1234567.5, 3_600_000]
    expect(drawTable(columns, rows, total).split('\n')).toEqual([
      'Owner    Won  Win rate        Amount      Time',
      '──────────────────────────────────────────────',
      'Zoë    1,200    62.3 %  1,234,567.50  12 d 4 h',
      'Bo         0         –          0.00     2 min',
      '──────────────────────────────────────────────',
      'Total  1,200    62.3 %  1,234,567.50       1 h',
    ])
  })
})
