import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyReply } from 'fastify'
import { Refusal } from '../errors/index.ts'
import { admitStyles } from './guard/headers.ts'

/** Stands in `web/index.html` where each answer gets a nonce of its own. */
const noncePlace = 'plumbline-nonce'

/**
 * The page that draws every address, with a nonce for the styles that its parts write.
 * It must be asked for whole each time: an answer "not modified" would bring a new nonce to an old page.
 */
export async function sendPage(reply: FastifyReply, webFolder: string): Promise<FastifyReply> {
  const page = await readFile(join(webFolder, 'index.html'), 'utf8').catch(missing)
  const nonce = admitStyles(reply)
  return reply
    .code(200)
    .header('cache-control', 'no-cache')
    .type('text/html; charset=utf-8')
    .send(page.replaceAll(noncePlace, nonce))
}

function missing(error: NodeJS.ErrnoException): never {
  if (error.code === 'ENOENT') throw new Refusal('screen-missing', {})
  throw error
}
