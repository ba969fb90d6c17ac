import { setTimeout as after } from 'node:timers/promises'
import type { Moment, Oddity, Warehouse } from '../engine/index.ts'

/** The oddities that were counted last, and the moment they are of; null before any were. */
export interface OddityCount {
  readonly of: Moment | null
  readonly oddities: readonly Oddity[]
}

/** A small company is counted within this time. */
const patienceMs = 50

/** They are counted beside the status, which does not wait for them: what was counted last is told meanwhile. */
export function countingOddities(warehouse: Warehouse): () => Promise<OddityCount> {
  let last: OddityCount = { of: null, oddities: [] }
  const count = async () => {
    const of = warehouse.moment()
    const oddities = await warehouse.oddities()
    last = { of, oddities }
  }
  return async () => {
    if (last.of === warehouse.moment()) return last
    const counting = count().catch(() => {})
    await Promise.race([counting, after(patienceMs, undefined, { ref: false })])
    return last
  }
}
