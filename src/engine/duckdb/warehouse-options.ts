import { availableParallelism, totalmem } from 'node:os'

export interface WarehouseOptions {
  /** For answering, and as much again while loading. */
  readonly memoryMb: number
  readonly threads: number
  /** Questions that are answered at once; more wait. */
  readonly atOnce: number
  /** How long one question may take. */
  readonly timeMs: number
  /** Who only reads leaves the folder as it is. */
  readonly access: 'read' | 'write'
  /** Called at each place where a run can be cut off; tests cut it off there. */
  readonly step: (name: string) => void
}

const megabyte = 1 << 20

export const defaultWarehouseOptions = (): WarehouseOptions => ({
  memoryMb: Math.round(totalmem() / megabyte / 3),
  threads: availableParallelism(),
  atOnce: 4,
  timeMs: 30_000,
  access: 'write',
  step: () => {},
})
