import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ExampleFolder, exampleFolder } from '../../../fixtures/example-folder.ts'
import { company } from '../../../fixtures/random-company.ts'
import { fc } from '../../../fixtures/seeded.ts'
import { catalogue } from '../../reports/index.ts'
import type { Language } from '../../words/index.ts'
import { ask } from '../ask.ts'
import { reportPage } from '../page/page.ts'
import { records } from '../records/records.ts'

let folder: ExampleFolder
beforeAll(async () => {
  const [one] = fc.sample(company, { numRuns: 1, seed: 7 })
  if (!one) throw new Error('no company')
  folder = await exampleFolder(one)
})
afterAll(() => folder.remove())

const figures = ({ rows, total }: Awaited<ReturnType<typeof ask>>) => ({
  // Groups of one size stand in the order of their words.
  rows: rows
    .map(({ by, breakdown, period, values }) => JSON.stringify([by?.key, breakdown?.key, period?.key, values]))
    .toSorted(),
  total,
})

it.each((await catalogue()).map(({ id }) => id))(
  '%s has the same figures in each language, asked one after the other',
  async (id) => {
    const english = folder.asking('2024-03-31')
    const said = (language?: Language) => ask({ ...english, ...(language && { language }) }, id, { range: 'this-year' })
    const [en, nl, da] = await Promise.all([said(), said('nl'), said('da')])
    expect(figures(nl)).toEqual(figures(en))
    expect(figures(da)).toEqual(figures(en))
    expect(new Set([en, nl, da].map(({ report }) => report.question)).size).toBe(3)
    expect(new Set([en, nl, da].map(({ definition }) => definition)).size).toBe(3)
  },
)

it('heads the list of records in the language of who opens it, also where another opened it before', async () => {
  const asking = folder.asking('2024-03-31')
  const opened = { question: { range: 'this-year' }, cell: { measure: 'won' } } as const
  const [en, nl] = [
    await records(asking, 'sales/deals-won-and-lost', opened),
    await records({ ...asking, language: 'nl' }, 'sales/deals-won-and-lost', opened),
  ]
  expect(en.columns.map(({ label }) => label)).toContain('Close date')
  expect(nl.columns.map(({ label }) => label)).toContain('Sluitdatum')
  expect(nl.rows).toEqual(en.rows)
})

it('names the fields of a report in the language of who asks', async () => {
  const page = await reportPage({ ...folder.asking('2024-03-31'), language: 'da' }, 'sales/deals-won-and-lost')
  expect(page.title).toBe('Vundne og tabte deals')
  expect(page.filters.map(({ label }) => label)).toEqual(expect.arrayContaining(['Lukkedato', 'Kontakt › Navn']))
})
