import { expect, it } from 'vitest'
import { imported } from './imported.fixture.ts'
import { oddExports, oddReading } from './odd-exports.fixture.ts'

it.each(oddExports.map((odd) => [odd.what, odd] as const))(
  '%s is read right, doubted or refused',
  async (_what, odd) => {
    const { reads, refused, doubts = [] } = await oddReading(odd)
    expect([reads, refused]).toEqual([odd.reads, odd.refused])
    expect(doubts).toEqual((odd.doubts ?? []).map((start) => expect.stringMatching(beginning(start))))
  },
)

const beginning = (start: string): RegExp => new RegExp(`^${RegExp.escape(start)}`, 'u')

it('three hundred columns are read', async () => {
  const more = Array.from({ length: 293 }, (_, at) => `Extra ${at}`)
  const header = ['Deal ID', 'Deal name', 'Owner', 'Stage', 'Amount', 'Created', 'Close date', ...more]
  const row = ['1', 'Roof', 'Ann', 'Won', '€ 5', '2024-01-05', '2024-01-31', ...more.map((_, at) => String(at + 0.5))]
  const { rows, doubts } = await imported({ 'deals.csv': `${header.join()}\n${row.join()}\n` })
  expect(rows('deal')[0]).toMatchObject({ amount_in_currency: '5', extra_292: '292.5' })
  expect(doubts).toEqual([])
})

it.each(['Amount (SEK)', 'Amount in SEK', 'Amount SEK'])('%s tells the company’s currency', async (amount) => {
  const text = `Deal ID,Deal name,Owner,Stage,${amount},Created,Close date\n1,Roof,Ann,Won,5,2024-01-05,2024-01-31\n`
  const { account, doubts } = await imported({ 'deals.csv': text })
  expect([account?.currency, doubts]).toEqual(['SEK', []])
})
