import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { type Ended, ended, isRefused, launch, plumbline, temporaryFolder, writesIn } from './plumbline.ts'
import { addressOf } from './serving.ts'

const folder = await temporaryFolder()
const data = ['--data', join(folder.path, 'data')]
afterAll(() => folder[Symbol.asyncDispose]())

interface Running {
  readonly url: string
  readonly stop: (signal: NodeJS.Signals) => Promise<Ended>
}

let running: ChildProcess | null = null
afterEach(() => running?.kill('SIGKILL'))

/** A demo of its own, until it says where it is. */
async function demo(...options: readonly string[]): Promise<Running> {
  const child = launch('demo', '--scale', '0.02', '--no-open', ...options, ...data)
  running = child
  const end = ended(child)
  const url = await addressOf(child)
  const stop = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return end
  }
  return { url, stop }
}

async function withTakenPort(use: (port: number) => Promise<void>): Promise<void> {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const address = other.address()
  await use(typeof address === 'object' && address ? address.port : 0).finally(() => other.close())
}

describe('plumbline demo', () => {
  it('serves a sample company, keeps its folder to itself, and ends cleanly', async () => {
    const { url, stop } = await demo('--port', '0')
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    expect(await (await fetch(url, { headers: { accept: 'text/html' } })).text()).toContain('<script')

    const second = await plumbline('doctor', ...data)
    expect(isRefused(second), JSON.stringify(second)).toBe(true)
    expect(second.stderr).toContain('in use')

    expect((await stop('SIGINT')).code).toBe(0)
    expect((await plumbline('doctor', ...data)).code).toBe(0)
    expect(await writesIn(join(folder.path, 'data'))).toMatchObject([{ what: 'sample company', scale: 0.02 }])
  })

  it('makes the company once, and serves it from then on', async () => {
    const { url, stop } = await demo('--port', '0')
    expect((await fetch(url, { headers: { accept: 'text/html' } })).status).toBe(200)
    const { code, stderr } = await stop('SIGTERM')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  it('refuses a port that was asked for and is taken', async () => {
    await withTakenPort(async (port) => {
      const { code, stdout, stderr } = await plumbline('start', '--port', String(port), ...data)
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
      expect(stderr).toContain(`Port ${port} is in use`)
    })
  })
})
