import helmet from '@fastify/helmet'
import type { App } from './serving.ts'

const self = ["'self'"]
const none = ["'none'"]

/**
 * Scripts come from files only.
 * Styles need 'unsafe-inline', for the component library writes the variables of its theme as style elements.
 * A style alone has nowhere to send anything: images, fonts and connections are closed to other hosts.
 */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: none,
    scriptSrc: self,
    styleSrc: [...self, "'unsafe-inline'"],
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
}

const unusedByUs = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'serial', 'display-capture']
const permissionsPolicy = unusedByUs.map((feature) => `${feature}=()`).join(', ')

export function setHeaders(app: App): void {
  app.register(helmet, {
    contentSecurityPolicy,
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
  })
  app.addHook('onRequest', async (request, reply) => {
    reply.header('permissions-policy', permissionsPolicy)
    if (request.url.startsWith('/api')) reply.header('cache-control', 'no-store')
  })
}
