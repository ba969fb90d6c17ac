import {
  closeSync,
  existsSync,
  fchownSync,
  fstatSync,
  ftruncateSync,
  openSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import type { DestinationStream } from 'pino'

export interface LogSize {
  /** A file that would grow beyond is set aside, and another one begun. */
  readonly bytes: number
  /** So many are kept, the one that is written among them. */
  readonly files: number
}

export const usualLogSize: LogSize = { bytes: 10_000_000, files: 5 }

/**
 * The server's log, a line at a time, in `server.log` and the older `server.log.1`, `.2`, … Where a line cannot be
 * written, serving goes on: it is told once, and once there is room again the log says how many lines it misses.
 */
export class LogFile implements DestinationStream {
  readonly #path: string
  readonly #tell: (sentence: string) => void
  readonly #size: LogSize
  #file: number | null = null
  #missed = 0

  constructor(path: string, tell: (sentence: string) => void, size: LogSize) {
    this.#path = path
    this.#tell = tell
    this.#size = size
  }

  write(line: string): void {
    try {
      this.#append(this.#missed > 0 ? missedLines(this.#missed) + line : line)
      this.#missed = 0
    } catch (error) {
      if (this.#missed === 0) this.#tell(`${this.#path} cannot be written (${reason(error)}); all else goes on.`)
      this.#missed += 1
    }
  }

  /** A whole text or nothing of it: half a line would spoil the next one. */
  #append(text: string): void {
    const file = this.#fileFor(Buffer.byteLength(text))
    const { size } = fstatSync(file)
    try {
      writeFileSync(file, text)
    } catch (error) {
      ftruncateSync(file, size)
      throw error
    }
  }

  #fileFor(bytes: number): number {
    this.#file ??= this.#open()
    const { size } = fstatSync(this.#file)
    if (size === 0 || size + bytes <= this.#size.bytes) return this.#file
    closeSync(this.#file)
    this.#file = null
    this.#setAside()
    this.#file = this.#open()
    return this.#file
  }

  #open(): number {
    const file = openSync(this.#path, 'a', 0o600)
    if (process.getuid?.() === 0) this.#giveToOwner(file)
    return file
  }

  /** What the system's administrator runs must not leave a log that the server cannot write. */
  #giveToOwner(file: number): void {
    const { uid, gid } = statSync(dirname(this.#path))
    if (uid !== 0) fchownSync(file, uid, gid)
  }

  /** The oldest one goes. */
  #setAside(): void {
    for (let number = this.#size.files - 1; number > 0; number--) {
      const from = number === 1 ? this.#path : `${this.#path}.${number - 1}`
      if (existsSync(from)) renameSync(from, `${this.#path}.${number}`)
    }
  }
}

const missedLines = (missed: number): string => `${JSON.stringify({ level: 40, msg: 'log lines missed', missed })}\n`

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error))
