import type { Warehouse } from '../engine/index.ts'

/** Who asks while one refresh runs waits for that one. */
export function refreshing(warehouse: Warehouse): () => Promise<unknown> {
  let running: Promise<unknown> | null = null
  return () => {
    running ??= warehouse.refresh().finally(() => {
      running = null
    })
    return running
  }
}
