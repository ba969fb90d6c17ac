import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { root } from '../part.ts'
import { ended, plumbline, temporaryFolder } from './plumbline.ts'
import { addressOf } from './serving.ts'

const folder = await temporaryFolder()
afterAll(() => folder[Symbol.asyncDispose]())

const folders = (process.env.PATH ?? '').split(delimiter).filter((path) => !path.includes('node_modules'))
const versionOf = (node: string) =>
  Number.parseInt(spawnSync(node, ['-p', 'process.versions.node']).stdout.toString(), 10)

/** A Node that cannot run the product itself, and has to start the one that can. */
const olderNode = folders.map((path) => join(path, 'node')).find((path) => existsSync(path) && versionOf(path) < 26)

/** As a user's terminal has it: no variable and no folder on PATH that comes from the npm which runs these tests. */
const env = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_'))),
  PATH: folders.join(delimiter),
}

await mkdir(join(folder.path, 'empty'))
const start = ['--port', '0', '--data', join(folder.path, 'empty')]
const sample = ['--port', '0', '--data', join(folder.path, 'sample'), '--scale', '0.01', '--no-open']

const ways: readonly (readonly [string, readonly string[]])[] = [
  ['npm run demo', ['npm', 'run', 'demo', '--', ...sample]],
  ['npx plumbline', ['npx', 'plumbline', 'start', ...start]],
  ...(olderNode ? ([['an older Node', [olderNode, 'bin/plumbline.js', 'start', ...start]]] as const) : []),
]

const cases = ways.flatMap(([way, command]) =>
  (['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGKILL'] as const).map((signal) => ({ way, command, signal })),
)

async function serving([command = '', ...args]: readonly string[]) {
  const outer: ChildProcess = spawn(command, args, {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exit = new Promise((resolve) => outer.on('exit', (code, signal) => resolve(code ?? signal)))
  // Both streams close when the last process that inherited them has gone.
  const allGone = ended(outer)
  return { outer, exit, allGone, url: await addressOf(outer) }
}

/** Ctrl-C reaches every process of a terminal's group; the other signals come to one process, from those who know its number. */
function send(outer: ChildProcess, signal: NodeJS.Signals): void {
  if (signal === 'SIGINT' && outer.pid) process.kill(-outer.pid, signal)
  else outer.kill(signal)
}

/** Our own command ends as the server does. npm may end by the signal, as its shell did. */
const endings = ([command]: readonly string[], signal: NodeJS.Signals) => {
  if (signal === 'SIGKILL') return [signal]
  return command === olderNode ? [0] : [0, signal]
}

describe.skipIf(process.platform === 'win32')('stopping', () => {
  it.each(cases)('$way with $signal ends the server as well', async ({ command, signal }) => {
    const { outer, exit, allGone, url } = await serving(command)
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    send(outer, signal)
    expect(endings(command, signal)).toContain(await exit)
    await allGone
    await expect(fetch(`${url}/healthz`)).rejects.toThrow()
    const data = command[command.indexOf('--data') + 1] ?? ''
    expect((await plumbline('doctor', '--data', data)).stderr).not.toContain('in use')
  })
})
