import type { Rule } from '../query/index.ts'
import type { Choice } from './report.ts'

/** Every report that shows past states has this choice; `then` are the rules that hold for what was known at that time. */
export const known = (...then: readonly Rule[]): Choice => ({
  key: 'known',
  label: 'As known',
  doc: 'A past state with what was known at that moment alone, or with what was learned later: the row of a list tells what a deal is on its day, and says nothing of the time before.',
  options: [
    { value: 'then', label: 'Then', rules: then },
    { value: 'today', label: 'Today', rules: [] },
  ],
})
