import { describe, expect, it } from 'vitest'
import { imported } from '../imported.fixture.ts'

const rates = 'Currency,Rate,Valid from\nUSD,0.92,2024-01-01\nusd,0.90,2024-02-01\nDKK,0.134,2024-01-01\n'

describe('a list of exchange rates', () => {
  it('is known for what it is, each rate by its currency and day', async () => {
    const { rows, mapping } = await imported({ 'rates.csv': rates })
    expect(mapping['rates.csv'].records).toBe('exchange_rate')
    expect(rows('exchange_rate').map(({ id, rate, valid_from_on }) => [id, rate, valid_from_on])).toEqual([
      ['USD-2024-01-01', '0.92', '2024-01-01'],
      ['USD-2024-02-01', '0.90', '2024-02-01'],
      ['DKK-2024-01-01', '0.134', '2024-01-01'],
    ])
  })

  it('has no rate in thousands, however three digits look', async () => {
    const { rows, readings } = await imported({ 'rates.csv': 'Valuta;Koers;Geldig vanaf\nUSD;1,085;01-02-2024\n' })
    expect(rows('exchange_rate')).toMatchObject([{ currency: 'USD', rate: '1.085' }])
    expect(readings.find(({ header }) => header === 'Koers')).toMatchObject({
      as: 'Rate, what one unit is worth in the company’s currency',
      notes: [expect.stringContaining('decimal comma')],
    })
  })

  it('leaves a row without its currency, rate or day to the quarantine', async () => {
    const { rows } = await imported({
      'rates.csv': 'Currency,Rate,Valid from\nUSD,,2024-01-01\n,0.9,2024-01-01\nEUR,1,\nGBP,1.1,2024-01-01\n',
    })
    expect(rows('exchange_rate').map(({ id }) => id)).toEqual([null, null, null, 'GBP-2024-01-01'])
  })

  it.each([
    'Wechselkurse;Währung;Kurs;Gültig ab',
    'x;Devise;Taux;Date',
    'x;Moneda;Tipo de cambio;Fecha',
    'x;Valuta;Kurs;Gyldig fra',
  ])('is known by the words of %s', async (line) => {
    const [name, ...header] = line.split(';')
    const { mapping } = await imported({ [`${name}.csv`]: `${header.join(';')}\nUSD;0,92;31.12.2023\n` })
    expect(mapping[`${name}.csv`].records).toBe('exchange_rate')
  })

  it('is none when its rows are deals', async () => {
    const deals = 'Deal name,Stage,Amount,Currency,Exchange rate,Date\nA,Won,5,USD,0.9,2024-01-01\n'
    const { mapping } = await imported({ 'rates.csv': deals })
    expect(mapping['rates.csv'].records).toBe('deal')
  })
})
