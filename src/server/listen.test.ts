import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, describe, expect, it } from 'vitest'
import { listen } from './listen.ts'
import { emptyData, serverOver } from './server.fixture.ts'

const { app } = serverOver(emptyData())
const address = await listen(app, { port: 0 })
const port = Number(new URL(address).port)
afterAll(() => app.close())

async function raw(lines: readonly string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.end(`${lines.join('\r\n')}\r\n\r\n`)
  return text(socket)
}

describe('an open server', () => {
  it('is reached from this machine only, unless told otherwise', () => {
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(app.server.address()).toMatchObject({ address: '127.0.0.1' })
  })

  it('says which port is taken', async () => {
    const second = serverOver(emptyData()).app
    await expect(listen(second, { port })).rejects.toMatchObject({ code: 'port-taken', of: { port } })
    expect(await listen(second, { port: 0 })).not.toBe(address)
    await second.close()
  })

  it('refuses a request that names no host', async () => {
    expect(await raw(['GET /healthz HTTP/1.0'])).toContain(' 421 ')
  })

  it('answers bytes that are no request with a bare refusal', async () => {
    const answer = await raw(['\0\0 nonsense'])
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(answer).not.toContain('    at ')
  })
})
