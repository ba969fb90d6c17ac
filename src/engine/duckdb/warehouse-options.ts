import { availableParallelism, totalmem } from 'node:os'
import type { Line } from './line.ts'

export interface WarehouseOptions extends Line {
  /** For answering, and as much again while loading. */
  readonly memoryMb: number
  readonly threads: number
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
  timeMs: 30_000,
  atOnce: Math.max(4, availableParallelism()),
  filesAtOnce: 3,
  slowAfterMs: 300,
  waiting: 200,
  patienceMs: 45_000,
  access: 'write',
  step: () => {},
})
