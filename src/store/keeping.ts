import type { Asking } from '../answer/index.ts'
import type { Landing } from '../landing/index.ts'

/** Where the product keeps what its users say, and who says it. */
export interface Keeping {
  readonly landing: Landing
  readonly asking: Asking
}

/** The name that landing knows the product itself by. */
export const self = 'plumbline'
