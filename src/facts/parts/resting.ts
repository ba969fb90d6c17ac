import { flag } from '../../model/index.ts'

/** The columns by which the rows of a fact say what they rest on. */

export const isInferred = flag('Rests on inferred history', { hidden: true, rests: { on: 'inferred-history' } })

/** Of the value of some columns, which was concluded from rows and dates. */
export const isInferredOf = (...by: readonly string[]) =>
  flag('Rests on inferred history', { hidden: true, rests: { on: 'inferred-history', by } })

/** Of the value of some columns, which was learned only after the moment that the row is about. */
export const isHindsightOf = (...by: readonly string[]) =>
  flag('Was learned later', { hidden: true, rests: { on: 'hindsight', by } })

/** Of the amount in some columns, for whose currency there is no rate. */
export const hasNoRateOf = (...by: readonly string[]) =>
  flag('Has no exchange rate', { hidden: true, rests: { on: 'missing-rate', by } })

/** An amount of a deal or of a state that is there and could not be converted. */
export const hasNoRate = (of: string): string => `${of}.amount IS NULL AND ${of}.amount_in_currency IS NOT NULL`
