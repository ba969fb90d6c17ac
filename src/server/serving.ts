import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { DataFolder } from '../data-folder.ts'
import type { Effects } from '../effects.ts'
import type { Limits } from './guard/limits.ts'
import type { Metrics } from './metrics.ts'

/** What a server is made of. */
export interface Serving {
  readonly data: DataFolder
  readonly effects: Effects
  /** Where the built screen is. */
  readonly webFolder: string
  /** Names that this server is reached by, besides this machine's own. */
  readonly hosts?: readonly string[]
  /** Addresses and ranges of proxies whose X-Forwarded headers are believed; nobody's, unless given. */
  readonly trustedProxies?: readonly string[]
  /** False where the figures are shown at an address of their own. */
  readonly showsMetrics?: boolean
  readonly limits?: Limits
  /** Where the figures about the server are kept; those of the data folder alone, unless given. */
  readonly metrics?: Metrics
}

export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>
