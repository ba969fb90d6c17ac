import { measureExports } from './exports.ts'
import { measureFairness } from './fairness.ts'
import { ownCommand, withServer } from './server.ts'

export interface Attack {
  readonly folder: string
  /** What the server is started with besides, such as a budget of memory. */
  readonly options: readonly string[]
  /** An older checkout's program, to compare with. */
  readonly command: string | undefined
}

/** What one client can do to another, and to the memory of the machine; printed as it is found. */
export async function measureAttacks({ folder, options, command = ownCommand }: Attack) {
  const how = { command, options }
  const fairness = await withServer(folder, ({ url }) => measureFairness(url), how)
  const { alone, besideThirty, ...others } = fairness
  console.table({ 'quick question alone': alone, 'beside thirty of the slowest': besideThirty })
  console.table([others])
  const exports = await withServer(folder, (served) => measureExports(served, 10), how)
  const { quick, ...files } = exports
  console.table({ 'quick question beside ten files': quick })
  console.table([files])
  return { fairness, exports }
}
