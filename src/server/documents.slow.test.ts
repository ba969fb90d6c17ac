import { afterAll, describe, expect, it } from 'vitest'
import { openCompany } from './company.fixture.ts'
import { serverOver } from './server.fixture.ts'

const { data, away } = await openCompany(20)
const { app } = serverOver(data)
afterAll(async () => {
  await data.close()
  await away()
})

const post = (url: string, payload: object) => app.inject({ method: 'POST', url: `/api/documents/${url}`, payload })
const kept = (method: 'GET' | 'PUT' | 'DELETE', id: string, payload?: object) =>
  app.inject({ method, url: `/api/documents/report/${id}`, ...(payload && { payload }) })

const mine = {
  version: 1,
  title: 'Deals by stage, mine',
  counts: 'deal',
  date: null,
  range: 'all-time',
  by: 'stage',
  measures: [
    { key: 'all', label: 'Deals', value: { fn: 'count' } },
    { key: 'amount', label: 'Amount', value: { fn: 'sum', of: 'amount' } },
    {
      key: 'per_deal',
      label: 'A deal',
      value: { fn: 'ratio', part: { measure: 'amount' }, whole: { measure: 'all' } },
    },
  ],
  where: {
    any: [{ field: 'amount', is: 'less-than', values: ['-1'] }, { none: [{ field: 'amount', is: 'known' }] }],
  },
}

describe('a report as a document', () => {
  it('answers over HTTP, opens, and says in words what it is', async () => {
    const answer = (await post('answer', { document: mine })).json()
    expect(answer.total.values.all).toBeGreaterThan(0)
    expect(answer.total.values.per_deal).toBeCloseTo(answer.total.values.amount / answer.total.values.all, 6)
    expect(answer.measures.map(({ kind, doc }: Record<string, string>) => [kind, doc])).toEqual([
      ['number', 'The number of deals.'],
      ['money', 'The sum of Amount.'],
      ['money', 'Amount ÷ Deals.'],
    ])
    expect(answer.definition).toMatch(/^Counts deals\. Only where Amount is less than -1 or not \(Amount is known\)\./)
    const { count, rows } = (await post('records', { document: mine, question: {}, cell: { measure: 'all' } })).json()
    expect([count, rows.length]).toEqual([answer.total.values.all, answer.total.values.all])
    const file = await post('file', { document: mine, cell: { measure: 'all' }, format: 'csv' })
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename="Deals-by-stage-mine-/)
    expect(file.body.trim().split('\n')).toHaveLength(count + 1)
  })

  it('is a page that says what it offers', async () => {
    const page = (await post('page', { document: mine })).json()
    expect([page.title, page.entity.name, page.defaults.by]).toEqual([mine.title, 'deal', 'stage'])
    expect(page.doc.counts).toMatch(/^Counts deals\./)
  })

  it('is had of every report of ours, and answers as that', async () => {
    const document = (await app.inject('/api/reports/sales/deals-won-and-lost/document')).json()
    const [one, other] = [
      (await post('answer', { document, question: { range: 'all-time' } })).json(),
      (
        await app.inject({
          method: 'POST',
          url: '/api/reports/sales/deals-won-and-lost/answer',
          payload: { range: 'all-time' },
        })
      ).json(),
    ]
    expect({ ...one, tookMs: 0 }).toEqual({ ...other, tookMs: 0 })
  })

  it.each([
    [{ version: 2 }, 409, /newer Plumbline/],
    [{ version: 'one' }, 400, /at version/],
    [{ counts: 'nothing' }, 400, /at counts, there is nothing called 'nothing'/],
    [{ by: 'moon' }, 400, /'moon' is nothing that/],
    [{ measures: [] }, 400, /at measures/],
    [{ extra: 1 }, 400, /extra/],
    [
      { where: { all: Array.from({ length: 50 }, () => 1).reduce<unknown>((inner) => ({ all: [inner] }), {}) } },
      413,
      /levels/,
    ],
    [{ title: 'x'.repeat(200_000) }, 413, /KiB|large/],
  ])('is refused in one sentence with %j', async (part, status, sentence) => {
    const answer = await post('answer', { document: { ...mine, ...part } })
    expect([answer.statusCode, answer.json().error.message]).toEqual([status, expect.stringMatching(sentence)])
  })
})

describe('a kept report', () => {
  it('is put, found, listed, removed and restored', async () => {
    const made = await app.inject({ method: 'PUT', url: '/api/documents/report/mine?revision=0', payload: mine })
    expect(made.json()).toMatchObject({ id: 'mine', revision: 1, content: { title: mine.title } })
    expect((await kept('GET', 'mine')).json().content.range).toBe('all-time')
    const list = (await app.inject('/api/documents/report')).json()
    expect(list.documents.map(({ id }: { id: string }) => id)).toContain('mine')
    expect((await kept('DELETE', 'mine')).statusCode).toBe(200)
    expect((await kept('GET', 'mine')).statusCode).toBe(404)
    const restored = await app.inject({ method: 'POST', url: '/api/documents/report/mine/restoration' })
    expect(restored.json()).toMatchObject({ revision: 3, content: { title: mine.title } })
  })

  it('refuses a stale edit with what was changed, and what is no report', async () => {
    await kept('PUT', 'ours', mine)
    await kept('PUT', 'ours', { ...mine, title: 'Hers' })
    const late = await app.inject({ method: 'PUT', url: '/api/documents/report/ours?revision=1', payload: mine })
    expect([late.statusCode, late.json().error.stale.steps[0].changes[0].field]).toEqual([409, 'title'])
    expect((await kept('PUT', 'ours', { version: 1 })).json().error.code).toBe('report-document-wrong')
  })
})
