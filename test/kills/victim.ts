import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface, type Interface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { Acknowledged } from './acknowledged.ts'
import type { Victim } from './kind.ts'

const modules = fileURLToPath(new URL('../../node_modules/.cache/kills', import.meta.url))

type Words = readonly (string | number)[]

/** Starts a TypeScript file as a process; what it has to say comes on standard output. */
export const startProcess = (file: string, ...args: Words) => {
  const path = fileURLToPath(new URL(file, import.meta.url))
  return spawn(process.execPath, [path, ...args.map(String)], {
    env: { ...process.env, NODE_COMPILE_CACHE: modules },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

export const linesOf = (child: ReturnType<typeof startProcess>): Interface => createInterface({ input: child.stdout })

/** Kills for good, and waits until the process is gone and all it said was heard; false when it was gone before. */
export async function killed(child: ChildProcess): Promise<boolean> {
  const gone = child.exitCode === null && child.signalCode === null ? once(child, 'close') : null
  child.kill('SIGKILL')
  await gone
  return child.signalCode === 'SIGKILL'
}

/** A writer says `writing` first, and then the number of each write that it would acknowledge. It never ends by itself. */
export function startWriter(file: string, ...args: Words): Victim {
  const child = startProcess(file, ...args)
  const acknowledged = new Acknowledged()
  const writing = new Promise<void>((resolve) => {
    child.on('close', () => acknowledged.end()).on('close', () => resolve())
    linesOf(child).on('line', (line) => (line === 'writing' ? resolve() : acknowledged.add(Number(line))))
  })
  return {
    acknowledged: acknowledged.writes,
    writing,
    until: (count) => acknowledged.until(count),
    kill: () => mustBeKilled(child),
  }
}

export async function mustBeKilled(child: ChildProcess): Promise<boolean> {
  if (await killed(child)) return true
  throw new Error(`the writer ended by itself, with exit code ${child.exitCode}`)
}
