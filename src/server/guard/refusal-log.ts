import type { Effects } from '../../effects.ts'

export interface Refused {
  readonly code: string
  readonly client: string
  readonly method: string
  readonly url: string
  readonly logId: string
}

interface Seen {
  readonly code: string
  readonly client: string
  times: number
}

/** Of each kind and client, in a minute; the others are counted. */
const toldEach = 3
/** Clients beyond are told as one, so that many addresses cannot fill the log either. */
const seenAtMost = 100
const longest = 200

/** Writes refusals down as security events: the first ones whole, the rest as a number when their minute is over. */
export class RefusalLog {
  readonly #effects: Effects
  readonly #seen = new Map<string, Seen>()
  #since: Temporal.Instant | null = null

  constructor(effects: Effects) {
    this.#effects = effects
  }

  tell(refused: Refused): void {
    const now = this.#effects.now()
    if (this.#since && now.since(this.#since).total('minutes') >= 1) this.flush()
    this.#since ??= now
    const seen = this.#seenOf(refused)
    seen.times += 1
    if (seen.times > toldEach) return
    const url = refused.url.slice(0, longest)
    this.#effects.log('refused', { security: true, ...refused, client: refused.client.slice(0, longest), url })
  }

  /** Tells how many were not told one by one. */
  flush(): void {
    for (const { code, client, times } of this.#seen.values()) {
      const more = times - toldEach
      const since = this.#since?.toString()
      if (more > 0) this.#effects.log('refused again', { security: true, code, client, times: more, since })
    }
    this.#seen.clear()
    this.#since = null
  }

  #seenOf({ code, client }: Refused): Seen {
    const known = this.#seen.get(`${code} ${client}`)
    if (known) return known
    const who = this.#seen.size < seenAtMost ? client.slice(0, longest) : 'others'
    const key = `${code} ${who}`
    const seen = this.#seen.get(key) ?? { code, client: who, times: 0 }
    this.#seen.set(key, seen)
    return seen
  }
}
