import { afterAll, describe, expect, it } from 'vitest'
import { openCompany } from './company.fixture.ts'
import { serverOver } from './server.fixture.ts'

const { data, away } = await openCompany(3)
const { app } = serverOver(data)
afterAll(async () => {
  await data.close()
  await away()
})

const january = {
  ownerId: 'o1',
  teamId: null,
  pipelineId: null,
  startsOn: '2026-01-01',
  endsOn: '2026-01-31',
  amount: 5000,
}
const put = (id: string, payload: object) => app.inject({ method: 'PUT', url: `/api/goals/${id}`, payload })
const history = async (id: string) => (await app.inject(`/api/goals/${id}/history`)).json()
const codeOf = async (answer: ReturnType<typeof put>) => (await answer).json().error.code

describe('a goal', () => {
  it('is there after it was put, and is changed by another put', async () => {
    await put('g1', { name: 'January', ...january })
    const changed = await put('g1', { name: 'January', ...january, amount: 6000.5 })
    expect(changed.json()).toEqual({
      id: 'g1',
      name: 'January',
      metric: 'REVENUE',
      revision: 2,
      owner: '<b>Ann</b>',
      team: null,
      pipeline: null,
      ...january,
      amount: 6000.5,
    })
  })

  it('has a history of what was changed, and of nothing else', async () => {
    await put('g1', { name: 'January', ...january, amount: 6000.5 })
    const amounts = (await history('g1')).filter(({ field }: { readonly field: string }) => field === 'amount')
    expect(amounts.map(({ value, by }: { readonly value: string; readonly by: string }) => [value, by])).toEqual(
      expect.arrayContaining([
        ['6000.5', 'local'],
        ['5000', 'local'],
      ]),
    )
    expect(amounts).toHaveLength(2)
  })

  it('is as it was last in a warehouse made anew, and gone once removed, with its history', async () => {
    await put('g2', { name: 'February', ...january })
    const removed = await app.inject({ method: 'DELETE', url: '/api/goals/g2' })
    expect(removed.json()).toMatchObject({ id: 'g2', name: 'February' })
    await data.warehouse.rebuild()
    expect((await app.inject('/api/goals')).json()).toMatchObject([{ id: 'g1', amount: 6000.5 }])
    expect(await history('g2')).toContainEqual(expect.objectContaining({ label: 'Removed' }))
  })

  it('is refused when it is for nobody, for a stranger, or for days that end before they start', async () => {
    expect(await codeOf(put('g3', { name: 'X', ...january, ownerId: null }))).toBe('holder-unclear')
    expect(await codeOf(put('g3', { name: 'X', ...january, ownerId: 'nobody' }))).toBe('name-unknown')
    expect(await codeOf(put('g3', { name: 'X', ...january, endsOn: '2025-12-31' }))).toBe('days-reversed')
    expect(await codeOf(put('g3', { name: 'X', ...january, endsOn: '2026-02-30' }))).toBe('request-invalid')
    expect(await codeOf(put('g3', { name: 'X', ...january, admin: true }))).toBe('request-invalid')
    expect(await codeOf(app.inject({ method: 'DELETE', url: '/api/goals/g3' }))).toBe('goal-unknown')
  })
})

describe('a goal that two change', () => {
  const putAs = (id: string, revision: number, payload: object) =>
    app.inject({ method: 'PUT', url: `/api/goals/${id}?revision=${revision}`, payload })
  const revisionOf = async (id: string) =>
    (await app.inject('/api/goals')).json().find((goal: { readonly id: string }) => goal.id === id)?.revision

  it('is refused to the second, with who made what of it, and stays as the first left it', async () => {
    await putAs('two', 0, { name: 'March', ...january })
    expect((await putAs('two', 1, { name: 'March', ...january, amount: 7000 })).json()).toMatchObject({ revision: 2 })
    const late = await putAs('two', 1, { name: 'Late', ...january })
    expect(late.statusCode).toBe(409)
    expect(late.json().error).toMatchObject({
      code: 'document-stale',
      message: expect.stringMatching(/changed by local at \S+ \(Goal amount from 5000 to 7000\)/),
      stale: {
        revision: 2,
        steps: [{ did: 'changed', by: 'local', changes: [{ field: 'amount', from: 5000, to: 7000 }] }],
      },
    })
    expect((await app.inject({ method: 'DELETE', url: '/api/goals/two?revision=1' })).statusCode).toBe(409)
    expect(await revisionOf('two')).toBe(2)
  })

  it('counts what a file made of it as a change of nobody', async () => {
    await data.landing.land('csv', (batch) =>
      batch.write('goal', ['id', 'amount'], [{ id: 'two', amount: 9000.25 }], 'goals.csv'),
    )
    await data.warehouse.refresh()
    expect(await revisionOf('two')).toBe(3)
    const late = await putAs('two', 2, { name: 'March', ...january, amount: 1 })
    expect(late.json().error.message).toContain('changed by an import (Goal amount from 7000 to 9000.25)')
    expect((await putAs('two', 3, { name: 'March', ...january, amount: 1 })).json()).toMatchObject({
      revision: 4,
      amount: 1,
    })
    expect((await history('two'))[0]).toMatchObject({ revision: 4, field: 'amount', from: '9000.25', value: '1' })
  })

  it('comes back as it was once it was removed', async () => {
    await app.inject({ method: 'DELETE', url: '/api/goals/two?revision=4' })
    expect(await revisionOf('two')).toBeUndefined()
    const restored = await app.inject({ method: 'POST', url: '/api/goals/two/restoration?revision=5' })
    expect(restored.json()).toMatchObject({ id: 'two', amount: 1, revision: 6 })
    expect(await codeOf(app.inject({ method: 'POST', url: '/api/goals/none/restoration' }))).toBe('goal-unknown')
  })
})

describe('a forecast', () => {
  it('counts in place of the one before it, which stays', async () => {
    const submit = (amount: number) =>
      app.inject({ method: 'POST', url: '/api/forecasts', payload: { ...january, amount, note: null } })
    await submit(100)
    expect((await submit(200)).json()).toMatchObject({ amount: 200, isLatest: true })
    const forecasts = (await app.inject('/api/forecasts')).json()
    expect(forecasts).toHaveLength(2)
    expect(forecasts).toMatchObject([{ isLatest: true }, { isLatest: false }])
  })
})
