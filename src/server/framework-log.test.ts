import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { listen } from './listen.ts'
import { emptyData, serverOver } from './server.fixture.ts'

it('tells the operator of a file that broke off, and the client that it is not whole', async () => {
  const { app, log } = serverOver(emptyData())
  app.get('/file', (_request, reply) => {
    const lines = async function* () {
      yield 'name\n'.repeat(1000)
      throw new Error('disk gone')
    }
    return reply.type('text/csv').send(Readable.from(lines()))
  })
  const address = await listen(app, { port: 0 })
  for (const encoding of ['identity', 'gzip']) {
    const response = await fetch(`${address}/file`, { headers: { 'accept-encoding': encoding } })
    await expect(response.text()).rejects.toThrow()
  }
  await app.close()
  expect(log).toHaveLength(2)
  expect(log[0]?.about).toMatchObject({
    logId: expect.stringMatching(/-/),
    error: expect.stringContaining('disk gone'),
  })
})
