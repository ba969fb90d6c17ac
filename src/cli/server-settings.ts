import { isIP } from 'node:net'
import { InvalidArgumentError, Option } from 'commander'
import { type DataChoice, dataOption } from './options/data-option.ts'
import { type MemoryChoice, memoryOption } from './options/memory-option.ts'
import { type PortChoice, portOption } from './options/port.ts'

export interface ServerSettings extends DataChoice, PortChoice, MemoryChoice {
  readonly host: string
  readonly name: readonly string[]
  readonly trustedProxy: readonly string[]
  readonly metricsAddress?: MetricsAddress
}

export interface MetricsAddress {
  readonly host: string
  readonly port: number
}

/** Everything that a server can be told, each by an option or a variable. The guide's table is made from it. */
export const serverSettings = (): readonly Option[] => [
  dataOption(),
  by('PLUMBLINE_PORT', portOption()),
  by('PLUMBLINE_MEMORY', memoryOption()),
  by('PLUMBLINE_HOST', new Option('--host <address>', 'the address to listen on').default('127.0.0.1')),
  by(
    'PLUMBLINE_NAME',
    new Option('--name <host...>', 'names that readers reach this server by, beside localhost')
      .argParser(names)
      .default([], 'none'),
  ),
  by(
    'PLUMBLINE_TRUSTED_PROXY',
    new Option(
      '--trusted-proxy <address...>',
      'proxies, as addresses or ranges, whose X-Forwarded headers are believed',
    )
      .argParser(proxies)
      .default([], 'none'),
  ),
  by(
    'PLUMBLINE_METRICS_ADDRESS',
    new Option('--metrics-address <host:port>', 'where /metrics is shown, and then nowhere else').argParser(
      readAddress,
    ),
  ),
]

/** A variable that is empty is as one that is not there. */
const by = (variable: string, option: Option): Option => (process.env[variable] === '' ? option : option.env(variable))

const words = (text: string): readonly string[] => text.split(/[\s,]+/).filter((word) => word !== '')

const names = (text: string, before: readonly string[]): readonly string[] => [...before, ...words(text)]

function proxies(text: string, before: readonly string[]): readonly string[] {
  const wrong = words(text).find((word) => !isRange(word))
  if (wrong !== undefined)
    throw new InvalidArgumentError(`'${wrong}' is no address such as 10.0.0.2 and no range such as 10.0.0.0/24.`)
  return [...before, ...words(text)]
}

/** The whole Internet is no proxy. */
function isRange(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/')
  const all = { 4: 32, 6: 128 }[isIP(address)]
  if (all === undefined || rest.length > 0) return false
  return bits === undefined || (/^[1-9]\d*$/.test(bits) && Number(bits) <= all)
}

function readAddress(text: string): MetricsAddress {
  const url = URL.parse(`tcp://${text}`)
  const isWhole = url && url.port !== '' && url.hostname !== '' && url.host === text.toLowerCase()
  if (!isWhole) throw new InvalidArgumentError('It is a host and a port, such as 127.0.0.1:9100.')
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port) }
}
