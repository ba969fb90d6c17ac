import type { ChildProcess } from 'node:child_process'

/** The address that a server prints when it is ready. */
export function addressOf(server: ChildProcess): Promise<string> {
  const printed: string[] = []
  server.stderr?.on('data', (text) => printed.push(String(text)))
  return new Promise((resolve, reject) => {
    server.stdout?.on('data', (text) => {
      const [found] = /http:\/\/\S+/.exec(String(text)) ?? []
      if (found) resolve(found)
    })
    server.on('close', () => reject(new Error(`the server ended before it gave an address: ${printed.join('')}`)))
  })
}
