import { join } from 'node:path'
import { defaultWarehouseOptions, openDuckDbWarehouse } from '../engine/index.ts'
import { type Fact, type Facts, loadFacts } from '../facts/index.ts'
import { openLanding } from '../landing/index.ts'
import { firstPull, landDeals } from './pulls.fixture.ts'
import { landRows, tickingEffects } from './temporary.fixture.ts'

/** For tests: a data folder as a version of the program with these facts opens it. */
export async function openedWith(facts: Facts, folder: string, step: (name: string) => void = () => {}) {
  const effects = tickingEffects()
  const landing = await openLanding(folder, effects, 'write')
  const options = { ...defaultWarehouseOptions(), threads: 1, step }
  const warehouse = await openDuckDbWarehouse(join(folder, 'warehouse'), landing, facts, effects, options)
  const close = async () => {
    await warehouse.close()
    landing.close()
  }
  return { folder, access: 'write', gauges: [], landing, warehouse, close } as const
}

/** A small company, loaded by the program as it is. */
export async function loaded(folder: string): Promise<void> {
  const data = await openedWith(await loadFacts(), folder)
  await landDeals(data, firstPull)
  await landRows(data, 'property_change', moves)
  await data.warehouse.refresh()
  await data.close()
}

const moves = ['appointmentscheduled', 'contractsent', 'closedwon'].map((value, index) => ({
  id: String(index),
  entity: 'deal',
  record_id: '1',
  property: 'stage_id',
  value,
  changed_at: `2024-05-0${index + 2}T10:00:00Z`,
}))

/** The facts with one of them changed. */
export async function factsWith(name: string, change: (fact: Fact) => Fact): Promise<Facts> {
  const facts = await loadFacts()
  return { ...facts, stored: facts.stored.map((fact) => (fact.name === name ? change(fact) : fact)) }
}

/** Counts the states of a deal from 101. */
export const later = (): Promise<Facts> =>
  factsWith('deal_state', (fact) => ({
    ...fact,
    rows: (touched, making) => `SELECT * REPLACE (ordinal + 100 AS ordinal) FROM (${fact.rows(touched, making)})`,
  }))
