import { randomBytes } from 'node:crypto'
import helmet from '@fastify/helmet'
import type { FastifyReply } from 'fastify'
import type { App } from '../serving.ts'

const self = ["'self'"]
const none = ["'none'"]

/** Scripts and styles come from files only; the page says by a nonce which styles its own parts have written. */
const policy = (styles: readonly string[]) => ({
  useDefaults: false,
  directives: {
    defaultSrc: none,
    scriptSrc: self,
    styleSrc: [...self, ...styles],
    imgSrc: [...self, 'data:'],
    fontSrc: self,
    connectSrc: self,
    manifestSrc: self,
    workerSrc: self,
    objectSrc: none,
    baseUri: none,
    formAction: self,
    frameAncestors: none,
  },
})

/** Lets the answer have style elements that carry the nonce, which is new each time. */
export function admitStyles(reply: FastifyReply): string {
  const nonce = randomBytes(16).toString('base64url')
  reply.helmet({ contentSecurityPolicy: policy([`'nonce-${nonce}'`]) })
  return nonce
}

const unusedByUs = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'serial', 'display-capture']
const permissionsPolicy = unusedByUs.map((feature) => `${feature}=()`).join(', ')

export function setHeaders(app: App): void {
  app.register(helmet, {
    contentSecurityPolicy: policy([]),
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
  })
  app.addHook('onRequest', async (request, reply) => {
    reply.header('permissions-policy', permissionsPolicy)
    if (request.url.startsWith('/api')) reply.header('cache-control', 'no-store')
  })
}
