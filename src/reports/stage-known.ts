import { type Column, known, type Rule } from '../query/index.ts'
import { rule } from './report.ts'

/** Such a stage counts as open; a report of what is closed, or of the stages themselves, says so apart from what is open. */
export const stageKnown = ({ id }: { readonly id: Column<'id'> }): Rule =>
  rule('unknown-stage', known(id), 'In a stage that is not known, or in none')
