import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Files, withFiles } from '../files.fixture.ts'
import { importSeen, lookAt, previewSeen } from '../import.ts'
import { imported } from '../imported.fixture.ts'
import { memoryLanding } from '../memory-landing.fixture.ts'

const header = 'Deal ID,Deal name,Owner,Stage,Amount,Created,Close date'
const doubtsOf = async (text: string, name = 'deals.csv') => (await imported({ [name]: text })).doubts
const deal = (id: number, amount: string, more = ''): string =>
  `${id},Roof,Ann,Won,${amount},2024-01-05,2024-02-01${more}\n`

const untold = `Nothing tells which is the company's currency: USD was taken. Write "plumbline settings --currency EUR" to choose another.`

describe('the company’s currency', () => {
  const currencyOf = async (files: Files) => (await imported(files)).account?.currency

  it('is a doubt where nothing tells it', async () => {
    expect(await doubtsOf(`${header}\n${deal(1, '5')}`)).toEqual([untold])
    expect(await doubtsOf(`${header}\n${deal(1, '€ 5')}`)).toEqual([])
  })

  it('is no doubt where nothing is money', async () => {
    expect(await doubtsOf('Name,Email\nAnn Lee,ann@example.com\n', 'contacts.csv')).toEqual([])
  })

  it('is the one whose rate is 1', async () => {
    const text = `${header},Currency,Exchange rate\n${deal(1, '5', ',USD,0.9')}${deal(2, '5', ',EUR,1')}`
    expect(await currencyOf({ 'deals.csv': text })).toBe('EUR')
    expect(await doubtsOf(text)).toEqual([])
  })

  it('is rather one of the deals’ than one of none', async () => {
    const text = `${header},Currency\n${deal(1, '5', ',SEK')}${deal(2, '5', ',DKK')}${deal(3, '5', ',SEK')}`
    expect(await currencyOf({ 'deals.csv': text })).toBe('SEK')
    expect(await doubtsOf(text)).toEqual([
      `Deals are in DKK, SEK, and nothing tells which is the company's currency: SEK was taken. Write "plumbline settings --currency DKK" to choose another.`,
    ])
  })

  it('is asked once of a person, and shown before anything is loaded', async () => {
    const [to, asked] = [memoryLanding(), [] as (readonly string[])[]]
    const ask = {
      reading: () => Promise.reject(new Error('nothing else is asked')),
      currency: async (likely: readonly string[]) => {
        asked.push(likely)
        return 'SEK'
      },
    }
    await withFiles({ 'deals.csv': `${header}\n${deal(1, '5')}` }, async (folder) => {
      const [seen, proposalFile] = [await lookAt([join(folder, 'deals.csv')], () => {}), join(folder, 'map.json')]
      const around = { landing: to.landing, known: async () => [], proposalFile, progress: () => {} }
      const preview = await previewSeen(seen, { map: null, account: {} }, around)
      expect(preview.openCurrency).toEqual(['USD'])
      const { account, openCurrency } = await importSeen(seen, { map: null, account: {} }, { ...around, ask })
      expect([account.currency, openCurrency, asked]).toEqual(['SEK', null, [['USD']]])
    })
  })
})

describe('a sign that several currencies share', () => {
  const crowns = `${header}\n${deal(1, 'kr 500')}${deal(2, '700 kr.')}`
  const doubt = `'Amount' in deals.csv has amounts in 'kr', which several currencies share (2 rows): read kr 500 as DKK, not kr 500 as SEK or kr 500 as NOK. Write "Amount": {"field":"amount","currency":"DKK"} to keep it, or "Amount": {"field":"amount","currency":"SEK"} or "Amount": {"field":"amount","currency":"NOK"}.`

  it('is said beside another doubt of its column', async () => {
    const doubts = await doubtsOf(`${header}\n${deal(1, 'kr 5.250')}${deal(2, 'kr 1.500')}`)
    expect(doubts.filter((sentence) => sentence.startsWith("'Amount'"))).toEqual([
      expect.stringContaining('numbers that can be read in two ways (2 rows)'),
      expect.stringContaining("amounts in 'kr', which several currencies share (2 rows)"),
    ])
  })

  it('is a doubt, read as the likeliest', async () => {
    const { rows, account, doubts } = await imported({ 'deals.csv': crowns })
    expect(rows('deal').map(({ currency }) => currency)).toEqual(['DKK', 'DKK'])
    expect([account?.currency, doubts]).toEqual(['DKK', [doubt]])
  })

  it.each([
    ['a column of the file', `${header},Currency\n${deal(1, 'kr 500', ',SEK')}`, 'SEK'],
    ['another row', `${header}\n${deal(1, 'kr 500')}${deal(2, 'SEK 700')}`, 'SEK'],
  ])('is none where %s tells it', async (_what, text, code) => {
    const { rows, account, doubts } = await imported({ 'deals.csv': text })
    expect([...new Set(rows('deal').map(({ currency }) => currency))]).toEqual([code])
    expect([account?.currency, doubts]).toEqual([code, []])
  })

  it('is the company’s where that is one of them, and a doubt where it is none', async () => {
    const first = (text: string) => ({ 'first.csv': `${header}\n${deal(9, text)}` })
    const norwegian = await imported(first('NOK 5'), { 'deals.csv': crowns })
    expect(norwegian.rows('deal').map(({ currency }) => currency)).toEqual(['NOK', 'NOK', 'NOK'])
    expect(norwegian.doubts).toEqual([])
    const dollars = await imported(first('€ 5'), { 'deals.csv': `${header}\n${deal(1, '$500')}` })
    expect(dollars.rows('deal').map(({ currency }) => currency)).toEqual(['EUR', 'USD'])
    expect(dollars.doubts).toEqual([expect.stringContaining("amounts in '$', which several currencies share (1 row)")])
  })

  it('is settled by the mapping', async () => {
    const map = { records: 'deal', columns: { Amount: { field: 'amount', currency: 'SEK' } } }
    const { rows, account, doubts } = await imported({
      'deals.csv': crowns,
      'csv-mapping.json': JSON.stringify({ files: { 'deals.csv': map } }),
    })
    expect(rows('deal').map(({ currency }) => currency)).toEqual(['SEK', 'SEK'])
    expect([account?.currency, doubts]).toEqual(['SEK', []])
  })
})

describe('a rate beside money that needs none', () => {
  it.each([
    [
      'without a currency',
      `${header},Exchange rate\n${deal(1, '€ 500', ',1')}`.replace('€ 500', '500').replace(',1\n', ',1.2\n'),
      [
        untold,
        `'Exchange rate' in deals.csv is 1.2 beside 500 and no currency (1 row): read as money of another currency, worth 600 USD, not as 500 USD. Write "Exchange rate": "skip" to leave the rate out.`,
      ],
    ],
    [
      'in the company’s currency',
      `${header},Currency,Exchange rate\n${deal(1, '500', ',USD,1.2')}${deal(2, '500', ',USD,1')}${deal(3, '500', ',EUR,1.1')}`,
      [
        expect.stringContaining('Deals are in EUR, USD'),
        `'Exchange rate' in deals.csv is 1.2 beside 500 in USD, the company's currency, which needs no rate (1 row): the rate was left out. Write "plumbline settings --currency" with another code where the company's is another.`,
      ],
    ],
  ])('%s is a doubt', async (_what, text, expected) => {
    expect(await doubtsOf(text)).toEqual(expected)
  })

  it('is a doubt in a list of rates too', async () => {
    const rates = 'Currency,Rate,Valid from\nUSD,1.1,2024-01-01\nEUR,0.9,2024-01-01\n'
    const { doubts } = await imported({ 'deals.csv': `${header}\n${deal(1, 'USD 5')}`, 'rates.csv': rates })
    expect(doubts).toEqual([expect.stringContaining("'Rate' in rates.csv is 1.1 in USD, the company's currency")])
  })
})
