import { Option } from 'commander'
import { readMemory } from '../../memory-budget.ts'

export interface MemoryChoice {
  /** In megabytes. */
  readonly memory?: number
}

export const memoryOption = () =>
  new Option(
    '--memory <size>',
    'what the server is cut to fit, such as 2GB; without it the limit of its container, or half of the machine',
  ).argParser(readMemory)
