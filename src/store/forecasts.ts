import { randomUUID } from 'node:crypto'
import type { ForecastTerms } from '../answer/index.ts'
import { Refusal } from '../errors/index.ts'
import { checkHeld, maySpeakFor } from './holder.ts'
import { type Keeping, self } from './keeping.ts'

/** A submission is never changed: the next one for the same period counts in its place. */
export async function submitForecast({ landing, asking }: Keeping, terms: ForecastTerms): Promise<string> {
  const known = await checkHeld(asking, terms)
  if (!maySpeakFor(asking.viewer, terms, known)) throw new Refusal('forecast-not-yours', {})
  const row = {
    id: randomUUID(),
    owner_id: terms.ownerId,
    team_id: terms.teamId,
    pipeline_id: terms.pipelineId,
    period_starts_on: terms.startsOn,
    period_ends_on: terms.endsOn,
    amount: terms.amount,
    note: terms.note,
    submitted_at: landing.time(),
    submitted_by_id: known.owners.some(({ id }) => id === asking.viewer.id) ? asking.viewer.id : terms.ownerId,
  }
  await landing.land(self, (batch) => batch.write('forecast_submission', Object.keys(row), [row]))
  return row.id
}
