import { Refusal } from '../errors/index.ts'
import type { App } from './serving.ts'

export interface Address {
  readonly port: number
  readonly host?: string
}

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'

/** Opens the server to this machine only, unless a host is named; returns where it is. */
export async function listen(app: App, { port, host = '127.0.0.1' }: Address): Promise<string> {
  try {
    return await app.listen({ port, host })
  } catch (error) {
    if (isTaken(error)) throw new Refusal('port-taken', { port })
    throw error
  }
}

/** Resolves when someone has asked the process to end, once or more often, and the server is closed. */
export async function untilStopped(app: App): Promise<void> {
  await new Promise((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
  })
  await app.close()
}
