import { describe, expect, it } from 'vitest'
import { register } from './register.ts'

const known = [
  { id: '17', name: 'Acme Corp', email: null },
  { id: '18', name: 'Ann Lee', email: 'ann@plumb.example' },
]

describe('a register', () => {
  it('finds by name whatever the case and the spaces, and by mail address and id', () => {
    const found = ['acme corp', ' ACME  Corp ', 'ANN@plumb.example', '18'].map((name) =>
      register(known, true).idOf(name),
    )
    expect(found).toEqual(['17', '17', '18', '18'])
  })

  it('says when only signs and spaces differ', () => {
    const names = register(known, true)
    expect([names.idOf('AcmeCorp'), names.idOf('AcmeCorp'), names.idOf('Acme-Corp')]).toEqual(['17', '17', '17'])
    expect(names.near()).toEqual([
      { written: 'AcmeCorp', as: 'Acme Corp', rows: 2 },
      { written: 'Acme-Corp', as: 'Acme Corp', rows: 1 },
    ])
  })

  it('makes what is not there, once, and counts its rows', () => {
    const names = register(known, true)
    names.idOf('Zed')
    names.idOf('ZED')
    expect(names.made()).toEqual([{ id: 'zed', name: 'Zed', email: null, rows: 2 }])
  })

  it('takes name and mail address apart', () => {
    const names = register(known, true)
    expect(names.idOf('A. Lee (ann@plumb.example)')).toBe('18')
    expect([names.idOf('Bob Kok <bob@plumb.example>'), names.idOf('bob@plumb.example'), names.idOf('Bob Kok')]).toEqual(
      ['bob-kok', 'bob-kok', 'bob-kok'],
    )
    expect(names.made()).toEqual([{ id: 'bob-kok', name: 'Bob Kok', email: 'bob@plumb.example', rows: 3 }])
  })

  it('tells two of one name apart by their mail addresses', () => {
    const names = register([], true)
    const ids = ['Jo Ray (jo@a.example)', 'Jo Ray (jo@b.example)', 'Jo Ray (jo@a.example)'].map((name) =>
      names.idOf(name),
    )
    expect(ids).toEqual(['jo-ray', expect.stringContaining('jo-b-example'), 'jo-ray'])
  })

  it('takes neither of two that are alike', () => {
    const names = register([...known, { id: '19', name: 'A.C.M.E. Corp' }], true)
    expect(names.idOf('AcmeCorp')).toBe('acmecorp')
  })

  it('gives the same id at every import', () => {
    expect(register([], true).idOf('Køb & Salg')).toBe(register([], true).idOf('køb & salg'))
    expect(register([], true).idOf('Køb & Salg')).not.toBe(register([], true).idOf('Køb - Salg'))
  })
})
