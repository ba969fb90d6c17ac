import type { LandedRow } from '../../landing/index.ts'
import type { KnownRecord } from './known.ts'
import { folded, idFrom } from './names.ts'
import type { Register } from './register.ts'
import { type PlacedStage, placedBetween, type StageMeaning } from './stages.ts'

/** The pipeline of deals whose file names none. */
export const onlyPipeline = 'Sales pipeline'

/** Stages by name within their pipeline, and what was seen of the deals in them. */
export interface Pipelines {
  pipelineOf(name: string | null): string
  stageOf(pipelineId: string, label: string): string
  /** The same for a history, which may also tell the id of a stage. */
  stageThen(pipelineId: string, written: string): string
  meaningOf(stageId: string): StageMeaning | null
  /** A pipeline or stage that a file lists, by its own id where it tells one. */
  meet(id: string | null, label: string): void
  tell(pipelineId: string, stage: ListedStage): void
  sawCreated(stageId: string): void
  /** The first open stage in which a deal has a creation date: where deals are taken to begin. Asked once all are seen. */
  openingStage(pipelineId: string): string | null
  /** Stages, but not those that another source made. */
  rows(): readonly LandedRow[]
  made(): readonly LandedRow[]
  /** Stages that were made because a history names them, with what was concluded. */
  concluded(): ReadonlyMap<string, StageMeaning>
}

export interface ListedStage {
  readonly id: string | null
  readonly label: string
  readonly meaning: StageMeaning
  readonly order: number
}

interface Stage {
  readonly id: string
  readonly label: string
  readonly pipelineId: string
  readonly order: number
  readonly meaning: StageMeaning
  readonly isTold: boolean
  /** False for a stage that another source made, or that was here before and is only named. */
  readonly own: boolean
  hasCreated: boolean
}

export const pipelines = (
  meanings: ReadonlyMap<string, StageMeaning>,
  register: Register,
  knownStages: readonly KnownRecord[],
): Pipelines => new NamedPipelines(meanings, register, knownStages)

class NamedPipelines implements Pipelines {
  readonly #register: Register
  readonly #meanings: ReadonlyMap<string, PlacedStage>
  readonly #known: ReadonlyMap<string, string>
  readonly #knownIds: ReadonlySet<string>
  readonly #byName = new Map<string, Stage>()
  readonly #byId = new Map<string, Stage>()
  readonly #opening = new Map<string, string | null>()

  constructor(meanings: ReadonlyMap<string, StageMeaning>, register: Register, known: readonly KnownRecord[]) {
    const ordered = [...meanings].map(([label, meaning], order) => [folded(label), { meaning, order }] as const)
    this.#register = register
    this.#meanings = new Map(ordered)
    this.#knownIds = new Set(known.map((stage) => stage.id))
    this.#known = new Map(known.map((stage) => [`${stage.parent} ${folded(stage.name ?? '')}`, stage.id]))
  }

  pipelineOf(name: string | null): string {
    return this.#register.idOf(name ?? onlyPipeline)
  }

  /** Labels repeat as written, so only a new one is folded. */
  stageOf(pipelineId: string, label: string): string {
    const written = `${pipelineId} ${label}`
    const met = this.#byName.get(written) ?? this.#byId.get(label)
    if (met) return met.id
    const key = `${pipelineId} ${folded(label)}`
    const stage = this.#byName.get(key) ?? this.#add(key, pipelineId, label)
    this.#byName.set(key, stage).set(written, stage)
    return stage.id
  }

  stageThen(pipelineId: string, written: string): string {
    return this.#knownIds.has(written) || this.#byId.has(written) ? written : this.stageOf(pipelineId, written)
  }

  meaningOf(stageId: string): StageMeaning | null {
    return this.#byId.get(stageId)?.meaning ?? null
  }

  meet(id: string | null, label: string): void {
    if (id === null) this.#register.idOf(label)
    else this.#register.introduce(id, label)
  }

  tell(pipelineId: string, { id, label, meaning, order }: ListedStage): void {
    const [key, made] = [`${pipelineId} ${folded(label)}`, idFrom(pipelineId, label)]
    const own = id ?? this.#known.get(key) ?? made
    const stage = { id: own, label, pipelineId, order, meaning, isTold: true, own: true, hasCreated: false }
    this.#byName.set(key, stage)
    this.#byId.set(own, stage)
  }

  sawCreated(stageId: string): void {
    const stage = this.#byId.get(stageId)
    if (stage) stage.hasCreated = true
  }

  openingStage(pipelineId: string): string | null {
    const before = this.#opening.get(pipelineId)
    if (before !== undefined) return before
    const found = opening([...this.#byId.values()].filter((stage) => stage.pipelineId === pipelineId))
    this.#opening.set(pipelineId, found)
    return found
  }

  rows(): readonly LandedRow[] {
    return [...this.#byId.values()].filter((stage) => stage.own).map(stageRow)
  }

  made(): readonly LandedRow[] {
    return this.#register.made().map(({ id, name }, at) => ({ id, label: name, display_order: at }))
  }

  concluded(): ReadonlyMap<string, StageMeaning> {
    const stages = [...this.#byId.values()].filter((stage) => stage.own && !stage.isTold)
    return new Map(stages.toSorted((a, b) => a.order - b.order).map(({ label, meaning }) => [label, meaning]))
  }

  #add(key: string, pipelineId: string, label: string): Stage {
    const own = idFrom(pipelineId, label)
    const id = this.#known.get(key) ?? own
    const told = this.#meanings.get(folded(label))
    const { meaning, order } = told ?? placedBetween(label, [...this.#meanings])
    const isOwn = id === own && (told !== undefined || !this.#knownIds.has(id))
    const stage = { id, label, pipelineId, order, meaning, isTold: told !== undefined, own: isOwn, hasCreated: false }
    this.#byId.set(id, stage)
    return stage
  }
}

function opening(stages: readonly Stage[]): string | null {
  const open = stages.filter((stage) => stage.meaning.is === 'open').toSorted((a, b) => a.order - b.order)
  return (open.find((stage) => stage.hasCreated) ?? open[0])?.id ?? null
}

const forecasts = { open: 'PIPELINE', won: 'CLOSED', lost: 'OMIT' } as const

const stageRow = ({ id, label, pipelineId, order, meaning }: Stage): LandedRow => ({
  id,
  label,
  pipeline_id: pipelineId,
  display_order: order,
  probability: meaning.is === 'open' ? meaning.probability : meaning.is === 'won' ? 100 : 0,
  is_closed: String(meaning.is !== 'open'),
  is_won: String(meaning.is === 'won'),
  forecast_category: forecasts[meaning.is],
})
