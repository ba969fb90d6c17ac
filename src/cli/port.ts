import { InvalidArgumentError, Option } from 'commander'
import { Refusal } from '../errors/index.ts'
import { type App, listen } from '../server/index.ts'

export interface PortChoice {
  readonly port?: number
}

const usualPort = 4321
const triesAfterUsual = 20

export const portOption = () =>
  new Option('--port <number>', `the port to listen on; without it ${usualPort}, or the next free one`).argParser(
    readPort,
  )

function readPort(text: string): number {
  const port = Number(text)
  if (text.trim() !== '' && Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new InvalidArgumentError('A port is a whole number from 0 to 65535.')
}

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
