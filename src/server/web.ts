import { join, sep } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../errors/index.ts'
import { sendPage } from './page.ts'
import type { App } from './serving.ts'

const forEver = 'public, max-age=31536000, immutable'

/** Files under `assets` have their content's hash in their name. */
function setCaching(webFolder: string) {
  const hashed = join(webFolder, 'assets') + sep
  return (reply: FastifyReply, path: string): void => {
    reply.header('cache-control', path.startsWith(hashed) ? forEver : 'no-cache')
  }
}

const isNavigation = ({ method, url, headers }: FastifyRequest): boolean =>
  method === 'GET' && !url.startsWith('/api') && (headers.accept ?? '').includes('text/html')

/** The screen draws every address that is no file; a missing file or route is said to be missing. */
function answerUnknown(webFolder: string) {
  return (request: FastifyRequest, reply: FastifyReply) => {
    if (!isNavigation(request)) throw new Refusal('address-unknown', {})
    return sendPage(reply, webFolder)
  }
}

const ignoringItsQuery = { hide: true, querystring: z.looseObject({}) }

export function serveWeb(app: App, webFolder: string): void {
  for (const url of ['/', '/index.html'])
    app.get(url, { schema: ignoringItsQuery }, (_request, reply) => sendPage(reply, webFolder))
  app.register(fastifyStatic, {
    root: webFolder,
    suppressWarning: true,
    index: false,
    dotfiles: 'ignore',
    cacheControl: false,
    setHeaders: setCaching(webFolder),
  })
  app.setNotFoundHandler(answerUnknown(webFolder))
}
