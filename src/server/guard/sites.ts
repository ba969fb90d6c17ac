import type { FastifyRequest } from 'fastify'
import { Refusal } from '../../errors/index.ts'
import type { App } from '../serving.ts'

const reads = ['GET', 'HEAD', 'OPTIONS']

const opensPage = ({ method, headers }: FastifyRequest): boolean =>
  reads.includes(method) && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'

/** Whether a trusted proxy tells the scheme that the reader came by. Behind any other only hosts can be compared. */
interface Knowing {
  readonly knowsScheme: boolean
}

function hasOtherOrigin({ headers, host, protocol }: FastifyRequest, { knowsScheme }: Knowing): boolean {
  if (headers.origin === undefined) return false
  const origin = URL.parse(headers.origin)
  const comparesScheme = knowsScheme && headers['x-forwarded-proto'] !== undefined
  return origin?.host !== host.toLowerCase() || (comparesScheme && origin.protocol !== `${protocol}:`)
}

/**
 * No page can set or change `Sec-Fetch-Site`, so where it is sent it decides; older browsers send `Origin` alone.
 * `same-site` is no friend: another port of this machine is the same site, and yet another program.
 */
function isOtherSite(request: FastifyRequest, knowing: Knowing): boolean {
  const site = request.headers['sec-fetch-site']
  return site === undefined ? hasOtherOrigin(request, knowing) : site !== 'same-origin' && site !== 'none'
}

/** Pages of other sites may open ours by a link, and nothing else. Programs that are no browser send neither header. */
export function guardSite(app: App, knowing: Knowing): void {
  app.addHook('onRequest', async (request) => {
    if (isOtherSite(request, knowing) && !opensPage(request)) throw new Refusal('from-another-site', {})
  })
}
