import type { Forecast, ForecastTerms, Goal, GoalTerms } from '../../../src/store/index.ts'
import { type Days, type Length, lengthOf, periodAround, periodName } from './period.ts'

/** A goal or a forecast as it is being written. */
export interface Draft extends Days {
  readonly whose: 'person' | 'team'
  readonly ownerId: string | null
  readonly teamId: string | null
  readonly pipelineId: string | null
  readonly length: Length
  readonly amount: string
  /** The name of a goal, the note of a forecast. */
  readonly said: string
}

export const newDraft = (today: string, length: 'month' | 'quarter' = 'month'): Draft => ({
  whose: 'person',
  ownerId: null,
  teamId: null,
  pipelineId: null,
  length,
  ...periodAround(today, length),
  amount: '',
  said: '',
})

export function draftOf(of: Goal | Forecast, today: string): Draft {
  const days = { startsOn: of.startsOn ?? today, endsOn: of.endsOn ?? today }
  return {
    whose: of.ownerId === null ? 'team' : 'person',
    ownerId: of.ownerId,
    teamId: of.ownerId === null ? of.teamId : null,
    pipelineId: of.pipelineId,
    length: lengthOf(days),
    ...days,
    amount: of.amount === null ? '' : String(of.amount),
    said: 'name' in of ? (of.name ?? '') : '',
  }
}

/** `12 000`, `12,000` and `12000.50` are amounts; null for what is none. */
export function amountIn(text: string): number | null {
  const plain = text
    .replaceAll(/[\s\u00a0\u202f']/g, '')
    .replaceAll(/,(?=\d{3}(\D|$))/g, '')
    .replace(',', '.')
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}

/** What is sent; null while something is missing. */
function heldOf(draft: Draft) {
  const amount = amountIn(draft.amount)
  const [ownerId, teamId] = draft.whose === 'person' ? [draft.ownerId, null] : [null, draft.teamId]
  if (amount === null || (ownerId ?? teamId) === null || draft.startsOn === '' || draft.endsOn === '') return null
  const { pipelineId, startsOn, endsOn } = draft
  return { ownerId, teamId, pipelineId, startsOn, endsOn, amount }
}

/** A goal without a name is called as its period is. */
export function goalTermsOf(draft: Draft, language: string): GoalTerms | null {
  const held = heldOf(draft)
  const name = draft.said.trim() || periodName(draft, language) || `${draft.startsOn} – ${draft.endsOn}`
  return held && { name, ...held }
}

export function forecastTermsOf(draft: Draft): ForecastTerms | null {
  const held = heldOf(draft)
  return held && { note: draft.said.trim() || null, ...held }
}
