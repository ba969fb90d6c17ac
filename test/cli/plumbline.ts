import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../part.ts'

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A folder of its own for one file of tests. */
export async function temporaryFolder(): Promise<{
  readonly path: string
  readonly [Symbol.asyncDispose]: () => Promise<void>
}> {
  const path = await mkdtemp(join(tmpdir(), 'plumbline-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}

/** Runs a command the way a user does, to its end. */
export async function plumbline(...args: readonly string[]): Promise<Ended> {
  return ended(launch(...args))
}

export function launch(...args: readonly string[]): ChildProcess {
  const own = {
    PLUMBLINE_DATA: undefined,
    PLUMBLINE_DEBUG: undefined,
    LC_ALL: undefined,
    LC_MESSAGES: undefined,
    LANG: 'en_US.UTF-8',
  }
  const env = { ...process.env, ...own }
  return spawn(process.execPath, [join(root, 'bin/plumbline.js'), ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
}

export function ended(child: ChildProcess): Promise<Ended> {
  const printed = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const)
    child[name]?.setEncoding('utf8').on('data', (text: string) => {
      printed[name] += text
    })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, ...printed }))
  })
}

interface Write {
  readonly time: string
  readonly what: string
  readonly who: string
}

/** What the log of a data folder has about who changed what. */
export async function writesIn(data: string): Promise<readonly Write[]> {
  const lines = (await readFile(join(data, 'server.log'), 'utf8')).trimEnd().split('\n')
  return lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'write')
}

/** Whether it is what every mistake of a user must become: one sentence on stderr, and nothing for programs to read. */
export const isRefused = ({ code, stdout, stderr }: Ended): boolean =>
  code === 1 && stdout === '' && /^[^\n]+\.\n$/.test(stderr) && !/ at .*:\d+/.test(stderr)
