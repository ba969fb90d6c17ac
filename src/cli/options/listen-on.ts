import { Refusal } from '../../errors/index.ts'
import { type App, listen } from '../../server/index.ts'
import { type PortChoice, usualPort } from './port.ts'

const triesAfterUsual = 20

/** A port that was asked for must be free; without one, the usual port or the first free one after it. */
export async function listenOn(app: App, { port }: PortChoice, host: string): Promise<string> {
  if (port !== undefined) return listen(app, { port, host })
  for (let next = usualPort; next < usualPort + triesAfterUsual; next++) {
    const address = await tried(app, next, host)
    if (address) return address
    console.error(`Port ${next} is in use by another program; trying ${next + 1}.`)
  }
  throw new Refusal('port-taken', { port: usualPort + triesAfterUsual })
}

async function tried(app: App, port: number, host: string): Promise<string | null> {
  try {
    return await listen(app, { port, host })
  } catch (error) {
    if (error instanceof Refusal && error.code === 'port-taken') return null
    throw error
  }
}
