import type { LandedRow } from '../../../landing/index.ts'
import { observed } from './history.ts'
import type { KnownRecord } from './known.ts'

/** A value that a log tells last of a property. */
interface Latest {
  readonly value: string | null
  readonly at: string
  readonly rank: number
}

/** What a log tells of the deals as they are now. */
export interface LogLives {
  /** A line of history as it is landed. */
  saw(line: LandedRow): void
  /** How many deals it tells of. */
  readonly count: number
  /** Rows of deals that no list has, with the instant of the first change as their creation, in the pipeline of the stage they came to. */
  births(known: readonly KnownRecord[], pipelineWith: (stageId: string) => string | null): readonly LandedRow[]
  /** The present values of one property, each with the instant of its change as its version. */
  present(property: (typeof observed)[number], isThere: (id: string) => boolean): readonly LandedRow[]
  /** The close dates of deals in a closed stage that nobody told one of: the instant they came there. */
  closings(isClosed: (stageId: string) => boolean): readonly LandedRow[]
}

export const logLives = (): LogLives => new Lives()

class Lives implements LogLives {
  readonly #born = new Map<string, string>()
  readonly #latest = new Map<string, Map<string, Latest>>(observed.map((property) => [property, new Map()]))

  get count(): number {
    return this.#born.size
  }

  saw({ entity, record_id, property, value, changed_at, rank }: LandedRow): void {
    if (entity !== 'deal' || !isInstant(changed_at) || Number(rank) < 0) return
    const [id, at] = [String(record_id), String(changed_at)]
    const born = this.#born.get(id)
    if (born === undefined || at < born) this.#born.set(id, at)
    this.#note(id, String(property), { value: value === null ? null : String(value), at, rank: Number(rank) })
  }

  births(known: readonly KnownRecord[], pipelineWith: (stageId: string) => string | null): readonly LandedRow[] {
    const before = new Map(known.map(({ id, createdAt }) => [id, createdAt ?? null]))
    const rows = [...this.#born].filter(([id, at]) => at < (before.get(id) ?? 'never'))
    const stages = this.#latest.get('stage_id')
    return rows.map(([id, created_at]) => {
      const stage = stages?.get(id)?.value ?? null
      const pipeline_id = stage === null ? null : pipelineWith(stage)
      return { id, name: id, pipeline_id, created_at, _version: beforeAll }
    })
  }

  present(property: (typeof observed)[number], isThere: (id: string) => boolean): readonly LandedRow[] {
    const latest = [...(this.#latest.get(property) ?? [])].filter(([id]) => isThere(id))
    return latest.flatMap(([id, { value, at }]) =>
      isReadable(property, value) ? [{ id, [property]: value, _version: at }] : [],
    )
  }

  closings(isClosed: (stageId: string) => boolean): readonly LandedRow[] {
    const dated = this.#latest.get('closed_at')
    return [...(this.#latest.get('stage_id') ?? [])].flatMap(([id, { value, at }]) =>
      value !== null && isClosed(value) && !dated?.has(id) ? [{ id, closed_at: at, _version: at }] : [],
    )
  }

  #note(id: string, property: string, told: Latest): void {
    const of = this.#latest.get(property)
    const before = of?.get(id)
    if (!of || (before && (told.at < before.at || (told.at === before.at && told.rank < before.rank)))) return
    // The same value again came when it first did.
    of.set(id, before?.value === told.value ? { ...told, at: before.at } : told)
  }
}

/** Whatever a list of deals tells is newer. */
const beforeAll = '0001-01-01'

const isInstant = (text: unknown): boolean => /^\d{4}-\d{2}-\d{2}/.test(String(text))

/** What cannot be read stays in the history alone. */
function isReadable(property: string, value: string | null): boolean {
  if (value === null) return true
  if (property === 'amount_in_currency' || property === 'exchange_rate') return Number.isFinite(Number(value))
  return property !== 'closed_at' || isInstant(value)
}
