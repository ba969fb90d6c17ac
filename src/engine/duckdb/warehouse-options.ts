import { availableParallelism } from 'node:os'
import { divided, type MemoryBudget, usualMemoryMb } from '../../memory-budget.ts'
import type { Line } from './asking/line.ts'

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

/** What the largest files take while they are read: the records that their rows belong to. */
const fileMb = 400

/** As many files at once as the memory bears: the others wait for their turn. */
export const filesWithin = ({ filesAtOnce, memory }: Pick<WarehouseOptions, 'filesAtOnce' | 'memory'>): number =>
  Math.max(1, Math.min(filesAtOnce, Math.floor(memory.answeringMb / fileMb)))

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
