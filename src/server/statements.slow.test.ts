import { afterAll, describe, expect, it } from 'vitest'
import type { shapes } from '../answer/index.ts'
import type { Warehouse } from '../engine/index.ts'
import { openCompany } from './company.fixture.ts'
import { serverOver } from './server.fixture.ts'

const { data, away } = await openCompany(20)

/** What asks the engine something. */
const asking: readonly (keyof Warehouse)[] = ['run', 'reading', 'explain', 'quarantine', 'oddities']
const asked: string[] = []

const warehouse = new Proxy(data.warehouse, {
  get: (target, name) => {
    const value = Reflect.get(target, name, target)
    if (typeof value !== 'function') return value
    return (...of: readonly unknown[]) => {
      if (asking.some((one) => one === name)) asked.push(String(name))
      return value.apply(target, of)
    }
  },
})
const { app } = serverOver({ ...data, warehouse })
afterAll(async () => {
  await app.close()
  await away()
})

const askedBy = async (request: () => Promise<{ readonly statusCode: number }>): Promise<readonly string[]> => {
  asked.length = 0
  expect((await request()).statusCode).toBe(200)
  return [...asked]
}

describe('the engine is asked', () => {
  it('one statement for the default view of each report, and one more where a note says since when there is data', async () => {
    const reports: readonly shapes.ReportSummary[] = (await app.inject('/api/reports')).json()
    for (const { id } of reports) {
      let notes: readonly string[] = []
      const statements = await askedBy(async () => {
        const answer = await app.inject({ method: 'POST', url: `/api/reports/${id}/answer`, payload: {} })
        notes = answer.json().notes
        return answer
      })
      const covers = notes.filter((note) => /^(There|None of) /.test(note))
      expect([id, statements.length]).toEqual([id, 1 + covers.length])
    }
    expect(reports.length).toBeGreaterThan(25)
  })

  it('nothing for people, who are of the moment, and nothing for the state of the data but what looks odd, once a load', async () => {
    expect(await askedBy(() => app.inject('/api/people'))).toEqual([])
    const first = await askedBy(() => app.inject('/api/status'))
    expect(first.filter((one) => one !== 'oddities')).toEqual([])
    await new Promise(setImmediate)
    expect((await askedBy(() => app.inject('/api/status'))).length).toBeLessThanOrEqual(first.length)
  })

  it('nothing for an answer that was given before', async () => {
    const ask = () =>
      app.inject({ method: 'POST', url: '/api/reports/sales/deals-created/answer', payload: { by: 'none' } })
    await ask()
    expect(await askedBy(ask)).toEqual([])
  })
})
