import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { emptyData, serverOver } from './server.fixture.ts'

const parent = mkdtempSync(join(tmpdir(), 'plumbline-web-'))
const webFolder = join(parent, 'web')
mkdirSync(join(webFolder, 'assets'), { recursive: true })
writeFileSync(join(parent, 'secret.txt'), 'secret')
writeFileSync(join(webFolder, 'index.html'), '<!doctype html><title>Plumbline</title>')
writeFileSync(join(webFolder, 'icon.svg'), '<svg/>')
writeFileSync(join(webFolder, '.env'), 'secret')
writeFileSync(join(webFolder, 'assets', 'index-Ab12.js'), `console.log("${'plumb'.repeat(1000)}")`)
afterAll(() => rmSync(parent, { recursive: true }))

const { app } = serverOver(emptyData(), { webFolder })
const page = { accept: 'text/html,application/xhtml+xml' }
const get = (url: string, headers = {}) => app.inject({ url, headers })

describe('the screen', () => {
  it.each(['/', '/reports/sales/deals-created?range=all-time', '/data'])(
    'is served at %s, always fresh',
    async (url) => {
      const { statusCode, headers, body } = await get(url, page)
      expect(statusCode).toBe(200)
      expect(body).toContain('<title>Plumbline')
      expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' })
    },
  )

  it('keeps files for ever that have a hash in their name', async () => {
    const { headers } = await get('/assets/index-Ab12.js')
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })

  it('asks again for files that have none', async () => {
    expect((await get('/icon.svg')).headers['cache-control']).toBe('no-cache')
  })

  it.each(['br', 'gzip'])('travels small: %s', async (encoding) => {
    const response = await get('/assets/index-Ab12.js', { 'accept-encoding': encoding })
    expect(response.headers['content-encoding']).toBe(encoding)
    expect(response.rawPayload.length).toBeLessThan(500)
  })

  it('is not what a missing file, a missing route or a program gets', async () => {
    expect((await get('/assets/index-old.js')).statusCode).toBe(404)
    expect((await get('/api/none', page)).json().error.code).toBe('address-unknown')
    expect((await app.inject({ method: 'POST', url: '/data', headers: page })).statusCode).toBe(404)
  })
})

describe('a file outside the folder', () => {
  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '//etc/passwd',
    '/.env',
  ])('is not read at %s', async (url) => {
    const { statusCode, body } = await get(url)
    expect(statusCode).toBeGreaterThanOrEqual(400)
    expect(body).not.toContain('secret')
  })
})

it('says how to build a screen that is not there', async () => {
  const response = await serverOver(emptyData()).app.inject({ url: '/', headers: page })
  expect([response.statusCode, response.json().error.code]).toEqual([404, 'screen-missing'])
})
