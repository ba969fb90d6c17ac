import { describe, expect, it } from 'vitest'
import { valuesTable } from './values-table.ts'

const columns = [
  { name: 'by', label: 'Owner', kind: 'text' },
  { name: 'won', label: 'Won', kind: 'number' },
  { name: 'rate', label: 'Win rate', kind: 'percent' },
  { name: 'amount', label: 'Amount', kind: 'money' },
  { name: 'time', label: 'Time', kind: 'duration' },
] as const

const english = { language: 'en', currency: 'EUR', timeZone: 'UTC' }

describe('a table in the terminal', () => {
  it('aligns figures to the right, shows the missing as a dash, and sets the total apart', () => {
    const day = 24 * 60 * 60 * 1000
    const rows = [
      ['Zoë', 1200, 62.25, 1234567.5, 12 * day + day / 6],
      ['Bo', 0, null, 0, 90_000],
    ]
    const total = ['Total', 1200, 62.25, 1234567.5, 3_600_000]
    expect(valuesTable(columns, rows, total, english).split('\n')).toEqual([
      'Owner    Won  Win rate         Amount      Time',
      '───────────────────────────────────────────────',
      'Zoë    1,200     62.3%  €1,234,567.50  12 d 4 h',
      'Bo         0         –          €0.00  1 m 30 s',
      '───────────────────────────────────────────────',
      'Total  1,200     62.3%  €1,234,567.50       1 h',
    ])
  })

  it('writes as the reader does', () => {
    const dutch = { language: 'nl', currency: 'EUR', timeZone: 'UTC' }
    const [, , line] = valuesTable(columns, [['Bo', 1200, 62.25, 1234.5, 7_200_000]], null, dutch).split('\n')
    expect(line?.replaceAll(/\s+/g, ' ')).toBe('Bo 1.200 62,3% € 1.234,50 2 u')
  })
})
