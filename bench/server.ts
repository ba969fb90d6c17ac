import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export const ownCommand = fileURLToPath(new URL('../bin/plumbline.js', import.meta.url))

export interface Served {
  readonly url: string
  /** The process that was started; the one that serves may be a child of it. */
  readonly pid: number
}

interface How {
  /** The program to serve with: of this checkout, or of an older one to compare with. */
  readonly command?: string
  readonly options?: readonly string[]
}

/** Serves the folder from a process of its own for as long as `use` takes. */
export async function withServer<R>(
  folder: string,
  use: (served: Served) => Promise<R>,
  { command = ownCommand, options = [] }: How = {},
): Promise<R> {
  const server = spawn(process.execPath, [command, 'start', '--data', folder, '--port', '0', ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const [printed] = await once(server.stdout, 'data')
    const [url] = /http:\/\/\S+/.exec(String(printed)) ?? []
    if (!url || !server.pid) throw new Error(`the server printed no address but ${printed}`)
    return await use({ url, pid: server.pid })
  } finally {
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
}
