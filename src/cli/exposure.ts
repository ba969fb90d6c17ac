import { isIP } from 'node:net'

const everywhere = ['0.0.0.0', '::']

/** Whether only programs of this machine reach it. */
const isOwn = (host: string): boolean => host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)

/** What to tell whoever opens the server to others; null when only this machine reaches it. */
export const warningOf = (host: string): string | null =>
  isOwn(host)
    ? null
    : `Whoever reaches ${host} sees everything, for Plumbline has no sign-in yet: let a firewall admit nobody but a proxy ` +
      'that signs people in, and name it with --trusted-proxy (docs/guide/operating.md says how).'

/** A server that listens on one address goes by it. */
export const namesOf = (host: string): readonly string[] => {
  if (everywhere.includes(host)) return []
  return [isIP(host) === 6 ? `[${host}]` : host]
}
