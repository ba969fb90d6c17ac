import { type RefusalCode, type RefusalDetails, refusals } from './refusals.ts'

/** A mistake the user can mend. Anything else that is thrown is a bug. */
export class Refusal<C extends RefusalCode = RefusalCode> extends Error {
  readonly code: C
  readonly of: RefusalDetails<C>
  readonly status: number

  constructor(code: C, of: RefusalDetails<C>) {
    const [status, sentence] = refusals[code]
    // The table pairs each code with its own details, which the compiler cannot follow through an index.
    super((sentence as (details: RefusalDetails<C>) => string)(of))
    this.name = 'Refusal'
    this.code = code
    this.of = of
    this.status = status
  }
}
