import type { FastifyBaseLogger } from 'fastify'
import type { Effects } from '../effects.ts'

type Log = Effects['log']
type Bindings = Readonly<Record<string, unknown>>

const quiet = (): void => {}

const stackOf = (about: object): string => {
  const error = 'err' in about ? about.err : about
  return error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error)
}

const told =
  (log: Log, bindings: Bindings) =>
  (about: object | string, line = 'the framework warned'): void =>
    typeof about === 'string' ? log(about, bindings) : log(line, { ...bindings, error: stackOf(about) })

/** What the framework finds worth a warning, such as an export that broke off, goes where our own lines go. */
export function frameworkLog(log: Log, bindings: Bindings = {}): FastifyBaseLogger {
  const tell = told(log, bindings)
  const child = (more: Bindings) => frameworkLog(log, { ...bindings, ...more })
  const silenced = { info: quiet, debug: quiet, trace: quiet, silent: quiet }
  return { level: 'warn', ...silenced, warn: tell, error: tell, fatal: tell, child }
}
