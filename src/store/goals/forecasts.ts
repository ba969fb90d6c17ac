import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Asking, type LoadedRow, loadedRows, people } from '../../answer/index.ts'
import { Refusal } from '../../errors/index.ts'
import { forecastSubmission } from '../../model/index.ts'
import { always, type Condition, eq, idColumn, seenRows } from '../../query/index.ts'
import type { Documents } from '../documents/documents.ts'
import type { Kind } from '../documents/kind.ts'
import { checkHeld, holderOf, holderPaths, mostListed, seesHolder, text } from './holder.ts'
import { type Forecast, type ForecastTerms, forecastTerms } from './shapes.ts'

const content = forecastTerms.extend({ submittedById: z.string().nullable() })
type Content = z.infer<typeof content>

const columns: Readonly<Record<string, keyof typeof forecastSubmission.fields>> = {
  ownerId: 'owner_id',
  teamId: 'team_id',
  pipelineId: 'pipeline_id',
  startsOn: 'period_starts_on',
  endsOn: 'period_ends_on',
  amount: 'amount',
  note: 'note',
  submittedById: 'submitted_by_id',
}

const forecastKind: Kind<Content> = {
  name: 'forecast',
  title: 'forecast',
  content,
  upgrades: [],
  mostBytes: 8192,
  most: 100_000,
  rights: {
    object: 'forecast_submission',
    sees: seesHolder(forecastSubmission),
    changes: (asking, held) =>
      asking.viewer.rights.may('submit-forecasts') && seesHolder(forecastSubmission)(asking, held),
    refusal: () => new Refusal('forecast-not-yours', {}),
  },
  unknown: (id) => new Refusal('document-unknown', { kind: 'forecast', id }),
  label: (part) => forecastSubmission.fields[columns[part] ?? 'id'].label,
  check: checkHeld,
  lands: { stream: 'forecast_submission', row: (content, at) => ({ ...rowOf(content), submitted_at: at }) },
}

const rowOf = (content: Content) =>
  Object.fromEntries(Object.entries(content).map(([part, value]) => [columns[part] ?? part, value]))

/** Forecasts as reports count them: those that were submitted here, and those that were imported. */
export class Forecasts {
  readonly #documents: Documents

  constructor(documents: Documents) {
    this.#documents = documents
  }

  async list(asking: Asking): Promise<readonly Forecast[]> {
    const told = new Set<string>()
    return (await rowsWhere(asking, always)).map((row) => {
      const forecast = forecastOf(row)
      const { ownerId, teamId, pipelineId, startsOn, endsOn } = forecast
      const key = JSON.stringify([ownerId ?? [teamId], pipelineId, startsOn, endsOn])
      const isLatest = !told.has(key)
      told.add(key)
      return { ...forecast, isLatest }
    })
  }

  /** One that was submitted just now, which counts in place of all before it. */
  async newest(asking: Asking, id: string): Promise<Forecast | null> {
    const [row] = await rowsWhere(asking, eq(idColumn('id'), id))
    return row ? { ...forecastOf(row), isLatest: true } : null
  }

  /** A submission is never changed: the next one for the same period is another document, and counts in its place. */
  async submit(asking: Asking, terms: ForecastTerms): Promise<string> {
    const { viewer } = asking
    const isOwner = people(asking).owners.some(({ id }) => id === viewer.id)
    const content = { ...terms, submittedById: isOwner ? viewer.id : terms.ownerId }
    const { id } = await this.#documents.put(forecastKind, asking, { id: randomUUID(), revision: 0 }, content)
    return id
  }
}

function rowsWhere(asking: Asking, wanted: Condition): Promise<readonly LoadedRow[]> {
  const paths = [...holderPaths, 'note', 'period_starts_on', 'period_ends_on', 'submitted_at', 'submitted_by.name']
  const where = [seenRows(asking.viewer.rights, forecastSubmission), wanted]
  return loadedRows(asking, { from: 'forecast_submission', paths, where, newest: 'submitted_at', most: mostListed })
}

const forecastOf = (row: LoadedRow): Omit<Forecast, 'isLatest'> => ({
  ...holderOf(row),
  note: text(row.note),
  startsOn: text(row.period_starts_on),
  endsOn: text(row.period_ends_on),
  submittedAt: text(row.submitted_at),
  submittedBy: text(row['submitted_by.name']),
})
