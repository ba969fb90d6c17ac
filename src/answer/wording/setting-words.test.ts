import { describe, expect, it } from 'vitest'
import { sayIn } from '../../words/index.ts'
import { settingInWords } from './setting-words.ts'

const stages = ['Demo', 'Offer'].map((label, i) => ({
  id: `s${i}`,
  label,
  pipelineId: 'p',
  isClosed: false,
  isWon: false,
}))
const named = { key: 'x', label: 'X', doc: '' }
const steps = { ...named, kind: 'stages', optional: true } as const

describe('a setting in words', () => {
  it.each([
    ['s1,s0', 'Offer, Demo'],
    ['s0,s1?', 'Demo, Offer (optional)'],
    ['s0,gone', 'Demo, gone'],
  ])('names the stages of %s', (value, said) => {
    expect(settingInWords(sayIn('en'), steps, value, { stages })).toBe(said)
  })

  it('names lifecycle stages', () => {
    const lifecycle = { ...steps, kind: 'lifecycle' } as const
    expect(settingInWords(sayIn('en'), lifecycle, 'lead,customer', { stages })).toBe('Lead → Customer')
  })

  it.each([
    ['last-quarter', 'Last quarter'],
    ['2026-01-01..2026-03-31', '2026-01-01 – 2026-03-31'],
  ])('names the range %s', (value, said) => {
    expect(settingInWords(sayIn('en'), { ...named, kind: 'range' }, value, { stages })).toBe(said)
  })

  it('is silent about what the report does anyway', () => {
    const options = ['all', 'last'].map((value) => ({ value, label: value, rules: [] }))
    expect(settingInWords(sayIn('en'), steps, '', { stages })).toBeNull()
    expect(settingInWords(sayIn('en'), { ...named, options }, 'all', { stages })).toBeNull()
  })
})
