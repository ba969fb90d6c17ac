import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { emptyData, serverOver } from '../server.fixture.ts'

const webFolder = mkdtempSync(join(tmpdir(), 'plumbline-web-'))
writeFileSync(
  join(webFolder, 'index.html'),
  '<!doctype html><meta property="csp-nonce" nonce="plumbline-nonce"><title>Plumbline</title>',
)
afterAll(() => rmSync(webFolder, { recursive: true }))

const { app } = serverOver(emptyData(), { webFolder })

const policyOf = async (url: string): Promise<ReadonlyMap<string, string>> => {
  const header = (await app.inject({ url })).headers['content-security-policy'] as string
  return new Map(header.split(';').map((part) => [part.slice(0, part.indexOf(' ')), part.slice(part.indexOf(' ') + 1)]))
}

describe.each(['/', '/index.html', '/api/status', '/api/none', '/none', '/api/reports/a/b/values'])('%s', (url) => {
  it('runs scripts from our own files only, and is framed by nobody', async () => {
    const policy = await policyOf(url)
    expect(policy.get('script-src')).toBe("'self'")
    expect(policy.get('default-src')).toBe("'none'")
    expect(policy.get('object-src')).toBe("'none'")
    expect(policy.get('base-uri')).toBe("'none'")
    expect(policy.get('frame-ancestors')).toBe("'none'")
  })

  it('has no style elements but those that an answer admits by its own nonce', async () => {
    expect((await policyOf(url)).get('style-src')).toMatch(/^'self'( 'nonce-[\w-]{22}')?$/)
  })

  it('carries the other headers that keep a browser in check', async () => {
    expect((await app.inject({ url })).headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'strict-transport-security': 'max-age=31536000',
      'permissions-policy': expect.stringContaining('camera=()'),
    })
  })

  it('does not tell what it is made with', async () => {
    const { headers } = await app.inject({ url })
    expect(headers).not.toHaveProperty('server')
    expect(headers).not.toHaveProperty('x-powered-by')
  })
})

describe('the page', () => {
  const pageAt = (url: string) => app.inject({ url, headers: { accept: 'text/html' } })

  it.each(['/', '/index.html', '/reports/sales/deals-created'])(
    'has the nonce that its policy names, at %s',
    async (url) => {
      const { body, headers } = await pageAt(url)
      const [, nonce] = /nonce="([\w-]+)"/.exec(body) ?? []
      expect(headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}';`)
    },
  )

  it('has another one each time, and is never said to be unchanged', async () => {
    const [first, second] = [await pageAt('/'), await pageAt('/')]
    expect(first.body).not.toBe(second.body)
    expect(first.headers).not.toHaveProperty('etag')
    expect(first.headers).not.toHaveProperty('last-modified')
  })

  it('is no other answer: nothing else admits a style element', async () => {
    expect((await policyOf('/api/status')).get('style-src')).toBe("'self'")
  })
})

describe('personal data', () => {
  it.each(['/api/status', '/api/reports', '/api/people', '/api/none'])('is stored by no cache: %s', async (url) =>
    expect((await app.inject({ url })).headers['cache-control']).toBe('no-store'),
  )
})

it('lets no other site read an answer', async () => {
  const { headers } = await app.inject({
    url: '/api/status',
    headers: { origin: 'http://localhost:80', host: 'localhost:80' },
  })
  expect(headers).not.toHaveProperty('access-control-allow-origin')
})
