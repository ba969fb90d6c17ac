import { availableParallelism } from 'node:os'
import { divided, type MemoryBudget, usualMemoryMb } from '../../memory-budget.ts'
import type { Line } from './line.ts'

export interface WarehouseOptions extends Line {
  readonly memory: MemoryBudget
  readonly threads: number
  /** How long one question may take. */
  readonly timeMs: number
  /** Who only reads leaves the folder as it is. */
  readonly access: 'read' | 'write'
  /** Called at each place where a run can be cut off; tests cut it off there. */
  readonly step: (name: string) => void
}

export const defaultWarehouseOptions = (): WarehouseOptions => ({
  memory: divided(usualMemoryMb()),
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
