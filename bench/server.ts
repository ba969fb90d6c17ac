import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const command = fileURLToPath(new URL('../bin/plumbline.js', import.meta.url))

/** Serves the folder from a process of its own for as long as `use` takes. */
export async function withServer<R>(folder: string, use: (url: string) => Promise<R>): Promise<R> {
  const server = spawn(process.execPath, [command, 'start', '--data', folder, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const [printed] = await once(server.stdout, 'data')
    const [url] = /http:\/\/\S+/.exec(String(printed)) ?? []
    if (!url) throw new Error(`the server printed no address but ${printed}`)
    return await use(url)
  } finally {
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
}
