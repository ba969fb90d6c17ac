import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import Fastify from 'fastify'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { App } from '../../server/index.ts'
import { listenOn } from './listen-on.ts'

const host = '127.0.0.1'
const open: (Server | App)[] = []
afterEach(async () => {
  vi.restoreAllMocks()
  await Promise.all(open.splice(0).map((server) => server.close()))
})

/** The tests of an app need none of its routes. */
function newApp(): App {
  const app = Fastify() as unknown as App
  open.push(app)
  return app
}

async function taken(port: number): Promise<number> {
  const server = createServer().listen(port, host)
  open.push(server)
  await once(server, 'listening').catch(() => {})
  const address = server.address()
  return typeof address === 'object' && address ? address.port : port
}

describe('the port to listen on', () => {
  it('is the next free one when the usual one is taken, and that is said', async () => {
    const said = vi.spyOn(console, 'error').mockReturnValue()
    await taken(4321)
    const address = await listenOn(newApp(), {}, host)
    expect(Number(new URL(address).port)).toBeGreaterThan(4321)
    expect(said).toHaveBeenCalledWith('Port 4321 is in use by another program; trying 4322.')
  })

  it('is no other than the one that was asked for', async () => {
    const port = await taken(0)
    await expect(listenOn(newApp(), { port }, host)).rejects.toThrow(`Port ${port} is in use`)
  })
})
