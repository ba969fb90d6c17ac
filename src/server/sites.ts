import type { FastifyRequest } from 'fastify'
import { Refusal } from '../errors/index.ts'
import type { App } from './serving.ts'

const reads = ['GET', 'HEAD', 'OPTIONS']

const opensPage = ({ method, headers }: FastifyRequest): boolean =>
  reads.includes(method) && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'

/** Behind a proxy that ends TLS only the scheme differs, so hosts are compared. */
function hasOtherOrigin({ headers }: FastifyRequest): boolean {
  const { origin, host } = headers
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host?.toLowerCase())
}

/**
 * No page can set or change `Sec-Fetch-Site`, so where it is sent it decides; older browsers send `Origin` alone.
 * `same-site` is no friend: another port of this machine is the same site, and yet another program.
 */
function isOtherSite(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site']
  return site === undefined ? hasOtherOrigin(request) : site !== 'same-origin' && site !== 'none'
}

/** Pages of other sites may open ours by a link, and nothing else. Programs that are no browser send neither header. */
export function guardSite(app: App): void {
  app.addHook('onRequest', async (request) => {
    if (isOtherSite(request) && !opensPage(request)) throw new Refusal('from-another-site', {})
  })
}
