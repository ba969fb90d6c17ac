import { known } from '../facts/parts/state-known.ts'
import type { Rule } from '../query/index.ts'
import type { Choice } from './report.ts'

/** The choice of what was known, where a report leaves out what was not known then. */
export const knownThen = (...rules: readonly Rule[]): Choice => ({
  ...known,
  options: known.options.map((option) => (option.value === 'then' ? { ...option, rules } : option)),
})
