import type { Socket } from 'node:net'
import { Refusal } from '../../errors/index.ts'
import type { Metrics } from '../metrics.ts'
import { problem } from '../problems.ts'
import type { App } from '../serving.ts'

const absolute = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i

/** A target may carry its host, as it does on the way to a proxy; routes know paths alone. */
export const pathOf = ({ url = '/' }: { readonly url?: string }): string =>
  url.replace(absolute, '').replace(/^(?!\/)/, '/')

/** Whoever reads the other one of two hosts would take the request for another one. */
export function guardHead(app: App): void {
  app.addHook('onRequest', async ({ raw, headers, originalUrl }) => {
    const hosts = raw.rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host')
    const disagrees = absolute.test(originalUrl) && URL.parse(originalUrl)?.host !== headers.host?.toLowerCase()
    if (hosts.length > 1 || disagrees) throw new Refusal('host-unclear', {})
  })
}

function refusalOf(code: string | undefined): Refusal {
  if (code === 'HPE_HEADER_OVERFLOW') return new Refusal('head-too-large', {})
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new Refusal('request-too-slow', {})
  return new Refusal('request-unreadable', {})
}

/** Answers what is no request at all; nothing else of it is read. */
export const answerUnreadable =
  ({ refused }: Metrics) =>
  (error: Error & { readonly code?: string }, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
    const { code, message, status } = refusalOf(error.code)
    refused(code)
    const body = JSON.stringify(problem(code, message))
    const head = [
      `HTTP/1.1 ${status} Refused`,
      'Content-Type: application/json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
    ]
    socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
  }
