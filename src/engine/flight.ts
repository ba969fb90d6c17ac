import type { Statement } from './warehouse.ts'

/** One computation that several wait for. It stops when the last of them has gone. */
export class Flight<R> {
  readonly statement: Statement
  /** What came of it, or null when nothing did or nobody waits any more; never rejects. */
  readonly ended: Promise<R | null>
  readonly #result: Promise<R>
  readonly #abandoned = new AbortController()
  #waiting = 0

  constructor(statement: Statement, start: (signal: AbortSignal) => Promise<R>) {
    this.statement = statement
    this.#result = start(this.#abandoned.signal)
    const left = new Promise<null>((resolve) => {
      this.#abandoned.signal.addEventListener('abort', () => resolve(null), { once: true })
    })
    this.ended = Promise.race([this.#result.catch(() => null), left])
  }

  get isAbandoned(): boolean {
    return this.#abandoned.signal.aborted
  }

  /** Rejects for one who goes, and for all when it fails. */
  async wait(signal?: AbortSignal): Promise<R> {
    const gone = Promise.withResolvers<never>()
    const leave = () => gone.reject(signal?.reason)
    signal?.addEventListener('abort', leave, { once: true })
    this.#waiting += 1
    try {
      return await Promise.race([this.#result, gone.promise])
    } finally {
      signal?.removeEventListener('abort', leave)
      this.#waiting -= 1
      if (this.#waiting === 0) await this.#end(signal?.reason)
    }
  }

  /** The last one to go leaves nothing running. */
  async #end(reason: unknown): Promise<void> {
    this.#abandoned.abort(reason)
    await this.#result.catch(() => {})
  }
}
