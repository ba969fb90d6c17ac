import { InvalidArgumentError, Option } from 'commander'

export interface PortChoice {
  readonly port?: number
}

export const usualPort = 4321

export const portOption = () =>
  new Option('--port <number>', `the port to listen on; without it ${usualPort}, or the next free one`).argParser(
    readPort,
  )

function readPort(text: string): number {
  const port = Number(text)
  if (text.trim() !== '' && Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new InvalidArgumentError('A port is a whole number from 0 to 65535.')
}
