import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, describe, expect, it } from 'vitest'
import { listen } from '../listen.ts'
import { emptyData, serverOver } from '../server.fixture.ts'

const { app, log } = serverOver(emptyData())
const port = Number(new URL(await listen(app, { port: 0 })).port)
afterAll(() => app.close())

async function raw(bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.write(Buffer.from(bytes, 'latin1'))
  return text(socket)
}

const get = (target: string, more = '') =>
  `GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${more}\r\n`
const post = (more: string, body: string) =>
  `POST /api/refresh HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${more}\r\n${body}`
const json = (body: string) => post(`Content-Type: application/json\r\nContent-Length: ${body.length}\r\n`, body)

describe('a request on the wire', () => {
  it.each([
    ['a way up', get('/../../etc/passwd')],
    ['two slashes', get('//etc/passwd')],
    ['a zero byte', get('/assets/%00')],
    ['half an encoding', get('/%zz')],
    ['bytes that are no text', get('/api/reports/a/%ff/values?field=a')],
    ['a long path', get(`/${'x'.repeat(5000)}`)],
    ['a path longer than any', get(`/${'x'.repeat(20_000)}`)],
    ['large headers', get('/healthz', `X: ${'y'.repeat(20_000)}\r\n`)],
    ['two hosts', get('/healthz', 'Host: localhost\r\n')],
    ['a target that names another host', get('http://evil.example/healthz')],
    ['no such method', get('/').replace('GET', 'BREW')],
    ['a method that the address has not', get('/api/status').replace('GET', 'DELETE')],
    ['a trace', get('/healthz').replace('GET', 'TRACE')],
    ['an unknown key in the query', get('/api/status?x=1')],
    ['an unknown key in the query of the people', get('/api/people?x=1')],
    ['an unknown key in the query of the health', get('/healthz?x=1')],
    ['an unknown key in the query of the description', get('/api/openapi.json?x=1')],
    ['an unknown key in a body', json('{"x":1}')],
    ['a number of 200 digits', json('9'.repeat(200))],
    ['half a pair of surrogates', json('{"\\ud800":"\\udfff"}')],
    ['another type of content', post('Content-Type: application/xml\r\nContent-Length: 1\r\n', 'x')],
    ['two ways to tell its length', post('Content-Length: 6\r\nTransfer-Encoding: chunked\r\n', '0\r\n\r\nX')],
    ['two lengths', post('Content-Length: 1\r\nContent-Length: 2\r\n', 'ab')],
    ['a length below zero', post('Content-Length: -1\r\n', '')],
    ['an encoding after chunks', post('Transfer-Encoding: chunked, identity\r\n', '0\r\n\r\n')],
    ['a space before a colon', get('/healthz', 'X : y\r\n')],
    ['a header on two lines', get('/healthz', 'X: y\r\n z\r\n')],
    ['no version that there is', get('/healthz').replace('1.1', '9.9')],
  ])('with %s is refused with one sentence', async (_what, bytes) => {
    const answer = await raw(bytes)
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /)
    expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))).toEqual({
      error: { code: expect.stringMatching(/^[a-z-]+$/), message: expect.stringMatching(/^[A-Z].*\.$/) },
    })
    expect(answer).not.toMatch(/node_modules| {4}at |\.ts/)
    expect(log.filter(({ about }) => 'error' in about)).toEqual([])
  })

  it.each([
    ['that names this host in its target', get('http://localhost/healthz')],
    ['with a strange Accept', get('/healthz', 'Accept: \xff;q=zz,,,\r\nAccept-Encoding: zz;q=99\r\n')],
    ['with an empty body', json('{}')],
    ['without a body', post('Content-Length: 0\r\n', '')],
  ])('%s is answered', async (_what, bytes) => expect(await raw(bytes)).toMatch(/^HTTP\/1\.1 200 /))

  it('of which two come as one is answered twice, and no third', async () => {
    const answer = await raw(get('/healthz').replace('Connection: close\r\n', '') + get('/healthz'))
    expect(answer.match(/HTTP\/1\.1 200 /g)).toHaveLength(2)
  })
})
