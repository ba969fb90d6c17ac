import { Refusal } from '../../errors/index.ts'
import type { App } from '../serving.ts'

const ownNames = ['localhost', '127.0.0.1', '[::1]']

const withoutPort = (host: string): string => host.toLowerCase().replace(/:\d*$/, '')

/** A page of another site that points its name at this machine would otherwise read the answers. */
export function guardHost(app: App, hosts: readonly string[]): void {
  const known = new Set([...ownNames, ...hosts.map(withoutPort)])
  app.addHook('onRequest', async ({ host }) => {
    if (!known.has(withoutPort(host))) throw new Refusal('host-unknown', { host: host.slice(0, 100) })
  })
}
