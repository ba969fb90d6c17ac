import { fstatSync, ftruncateSync, openSync, writeFileSync } from 'node:fs'
import type { DestinationStream } from 'pino'

/**
 * The server's log, a line at a time. Where a line cannot be written, serving goes on:
 * it is told once, and once there is room again the log says how many lines it misses.
 */
export class LogFile implements DestinationStream {
  readonly #path: string
  readonly #tell: (sentence: string) => void
  #file: number | null = null
  #missed = 0

  constructor(path: string, tell: (sentence: string) => void) {
    this.#path = path
    this.#tell = tell
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
    this.#file ??= openSync(this.#path, 'a', 0o600)
    const { size } = fstatSync(this.#file)
    try {
      writeFileSync(this.#file, text)
    } catch (error) {
      ftruncateSync(this.#file, size)
      throw error
    }
  }
}

const missedLines = (missed: number): string => `${JSON.stringify({ level: 40, msg: 'log lines missed', missed })}\n`

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error))
