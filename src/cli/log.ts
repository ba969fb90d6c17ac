import { userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import type { Effects } from '../effects.ts'
import { LogFile, logTo, usualLogSize } from '../log/index.ts'

/** The clock, and the log of a data folder: a terminal shows one line, the rest is in the file. */
export const effectsOf = (folder: string): Effects => ({
  now: () => Temporal.Now.instant(),
  log: logTo(new LogFile(join(resolve(folder), 'server.log'), (sentence) => console.error(sentence), usualLogSize)),
})

/** Notes what somebody at a terminal changes. */
export const noteWrite = ({ log }: Effects, what: string, about: Readonly<Record<string, unknown>> = {}): void =>
  log('write', { what, who: userName(), ...about })

/** In a container the user may have no name. */
export function userName(): string {
  try {
    return userInfo().username
  } catch {
    return String(process.getuid?.())
  }
}
