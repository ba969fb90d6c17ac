import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { inTemporaryFolder, tickingEffects } from '../../data-folder/temporary.fixture.ts'
import { openDataFolder } from '../../data-folder.ts'
import { serverOver } from '../../server/server.fixture.ts'
import type { GoalChange } from './shapes.ts'

const before = join(import.meta.dirname, '../../../fixtures/folders/before-documents')

/** Of a folder that a Plumbline without documents wrote: what a server over it answers to `use`. */
const serving = (
  use: (ask: (method: 'GET' | 'PUT' | 'POST', url: string, payload?: object) => Promise<unknown>) => Promise<void>,
) =>
  inTemporaryFolder(async (folder) => {
    await cp(before, folder, { recursive: true })
    for (const _start of ['first', 'second']) {
      const data = await openDataFolder(folder, tickingEffects(), { threads: 1 })
      await data.warehouse.refresh()
      const { app } = serverOver(data)
      await app.ready()
      expect(data.landing.documents('goal')).toHaveLength(2)
      await use(async (method, url, payload) => (await app.inject({ method, url, ...(payload && { payload }) })).json())
      await app.close()
    }
  })

it('takes over each goal with all that became of it, once, and the forecasts as they are', () =>
  serving(async (ask) => {
    expect(await ask('GET', '/api/goals')).toMatchObject([
      { id: 'imported', revision: 1, amount: 900 },
      { id: 'g1', revision: 2, amount: 6000.5, pipelineId: 'p1' },
    ])
    const changes = (await ask('GET', '/api/goals/g1/history')) as readonly GoalChange[]
    expect(changes.filter(({ revision }) => revision === 2)).toMatchObject([
      { at: '2026-11-21T11:00:15.000Z', by: 'local', field: 'amount', from: '5000', value: '6000.5' },
      { field: 'pipeline_id', from: null, value: 'p1' },
    ])
    expect(changes.filter(({ revision }) => revision === 1).map(({ field }) => field)).toEqual([
      'amount',
      'ends_on',
      'metric',
      'name',
      'owner_id',
      'starts_on',
    ])
    expect(await ask('GET', '/api/goals/imported/history')).toEqual([])
    expect(await ask('GET', '/api/goals/g2/history')).toContainEqual(expect.objectContaining({ label: 'Removed' }))
    expect(await ask('GET', '/api/forecasts')).toMatchObject([
      { amount: 200, isLatest: true, submittedBy: 'Ann' },
      { amount: 100, isLatest: false },
    ])
  }))

it('restores a goal that was removed before there were documents', () =>
  serving(async (ask) => {
    expect(await ask('POST', '/api/goals/g2/restoration')).toMatchObject({ id: 'g2', name: 'February', amount: 5000 })
  }))
