import type { Asking } from './asking.ts'
import type { Plan } from './plan.ts'

/** An answer of several statements is of one load: when another came in between, it is planned and made again. */
export const ofOneLoad = <R>(
  asking: Asking,
  plan: Plan,
  planAgain: (asking: Asking) => Plan,
  make: (asking: Asking, plan: Plan) => Promise<R>,
): Promise<R> =>
  asking.warehouse.ofOneLoad((moment) => {
    const now = { ...asking, moment }
    return make(now, moment === asking.moment ? plan : planAgain(now))
  })
