import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DataFolder, openDataFolder } from '../data-folder.ts'
import type { LandedRow } from '../landing/index.ts'
import type { EntityName } from '../model/index.ts'
import { now } from './server.fixture.ts'

/** Names as a stranger would choose them. */
export const hostileNames = [
  '=HYPERLINK("https://evil.example")',
  '<img src=x onerror=alert(1)>',
  "'; DROP TABLE deal; --",
]

const deal = (id: number, name: string, amount: number): LandedRow => ({
  id: `d${id}`,
  name,
  amount_in_currency: amount,
  currency: 'USD',
  pipeline_id: 'p1',
  stage_id: 's1',
  owner_id: 'o1',
  created_at: '2026-11-01T09:00:00Z',
})

const dealsOf = (count: number): readonly LandedRow[] =>
  Array.from({ length: count }, (_, index) => deal(index, hostileNames[index] ?? `Deal ${index}`, -index))

const rowsOf = (deals: number): readonly (readonly [EntityName, readonly LandedRow[]])[] => [
  ['owner', [{ id: 'o1', name: '<b>Ann</b>', email: 'ann@example.com', active: 'true' }]],
  ['pipeline', [{ id: 'p1', label: 'Sales', display_order: 0 }]],
  ['stage', [{ id: 's1', label: '+Open', pipeline_id: 'p1', display_order: 0, probability: 20, is_closed: 'false' }]],
  ['deal', dealsOf(deals)],
]

async function land({ landing, warehouse }: DataFolder, deals: number): Promise<void> {
  await landing.land('test', async (batch) => {
    for (const [stream, given] of rowsOf(deals)) await batch.write(stream, Object.keys(given[0] ?? {}), given)
  })
  await warehouse.refresh()
}

/** A real data folder with one owner and so many deals; `away` removes it. */
export async function openCompany(
  deals: number,
): Promise<{ readonly data: DataFolder; readonly away: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-server-'))
  const data = await openDataFolder(folder, { now: () => now, log: () => {} })
  await land(data, deals)
  return { data, away: () => rm(folder, { recursive: true, force: true }) }
}
