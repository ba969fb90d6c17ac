import type { LandedRow } from '../../../landing/index.ts'
import type { PipelineObject } from '../../../model/index.ts'
import { folded, idFrom } from '../names.ts'
import type { KnownRecord, KnownStage } from './known.ts'
import { OtherPipelines } from './other-pipelines.ts'
import type { Register } from './register.ts'
import { meaningText, meaningThere, type PlacedStage, placedBetween, type StageMeaning } from './stages.ts'

/** The pipeline of deals whose file names none. */
export const onlyPipeline = 'Sales pipeline'

/** Stages by name within their pipeline, and what was seen of the deals in them. */
export interface Pipelines {
  /** Of deals, for files of deals name no other. */
  pipelineOf(name: string | null): string
  /** One of tickets is another than one of deals that has the same name. */
  pipelineFor(object: PipelineObject, name: string | null): string
  stageOf(pipelineId: string, label: string): string
  /** The same for a history, which may also tell the id of a stage. Without a pipeline it is that of the only stage of this name. */
  stageThen(pipelineId: string | null, written: string): string
  meaningOf(stageId: string): StageMeaning | null
  /** The pipeline of a stage; null where nobody told of the stage. */
  pipelineWith(stageId: string): string | null
  /** A pipeline or stage that a file lists, by its own id where it tells one. */
  meet(id: string | null, label: string, object: PipelineObject): void
  tell(pipelineId: string, stage: ListedStage): void
  isClosed(stageId: string): boolean
  sawCreated(stageId: string): void
  /** A history tells that a stage was entered: where nothing else is told, stages stand in the order in which they appear. */
  sawEntered(stageId: string, at: string): void
  /**
   * The first open stage in which a deal has a creation date, of all stages that were ever told of: where deals are taken to
   * begin. Asked once all are seen; null where no open stage is known.
   */
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
  readonly isListed: boolean
  /** False for a stage that another source made, or that was here before and is only named. */
  readonly own: boolean
  hasCreated: boolean
  /** When a history first tells of it. */
  appeared: string | null
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
  readonly #knownStages: ReadonlyMap<string, StageThere>
  readonly #byName = new Map<string, Stage>()
  readonly #byId = new Map<string, Stage>()
  readonly #others = new OtherPipelines()
  readonly #opening = new Map<string, string | null>()
  /** The pipeline of each stage that was named without one. */
  readonly #likely = new Map<string, string>()

  constructor(meanings: ReadonlyMap<string, StageMeaning>, register: Register, known: readonly KnownRecord[]) {
    const ordered = [...meanings].map(([label, meaning], order) => [folded(label), { meaning, order }] as const)
    this.#register = register
    this.#meanings = new Map(ordered)
    this.#knownStages = new Map(known.map((record) => [record.id, stageThere(record)]))
    this.#known = new Map(known.map((stage) => [`${stage.parent} ${folded(stage.name ?? '')}`, stage.id]))
  }

  pipelineOf(name: string | null): string {
    return this.#register.idOf(name ?? onlyPipeline)
  }

  pipelineFor(object: PipelineObject, name: string | null): string {
    return object === 'deal' ? this.pipelineOf(name) : this.#others.idOf(name ?? object, object)
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

  stageThen(pipelineId: string | null, written: string): string {
    if (this.#knownStages.has(written) || this.#byId.has(written)) return written
    return this.stageOf(pipelineId ?? this.#likelyPipeline(written), written)
  }

  #likelyPipeline(label: string): string {
    const likely = this.#likely.get(label) ?? this.#onlyPipelineWith(label) ?? this.pipelineOf(null)
    this.#likely.set(label, likely)
    return likely
  }

  #onlyPipelineWith(label: string): string | null {
    const name = folded(label)
    const here = [...this.#byId.values()].filter(
      (stage) => folded(stage.label) === name && !this.#others.has(stage.pipelineId),
    )
    const there = [...this.#knownStages.values()].filter((stage) => stage.name === name)
    const [one, ...others] = new Set([...here, ...there].map(({ pipelineId }) => pipelineId))
    return one !== undefined && others.length === 0 ? one : null
  }

  pipelineWith(stageId: string): string | null {
    return (this.#byId.get(stageId) ?? this.#knownStages.get(stageId))?.pipelineId ?? null
  }

  meaningOf(stageId: string): StageMeaning | null {
    return this.#byId.get(stageId)?.meaning ?? null
  }

  meet(id: string | null, label: string, object: PipelineObject): void {
    if (object !== 'deal') this.#others.meet(id, label, object)
    else if (id === null) this.#register.idOf(label)
    else this.#register.introduce(id, label)
  }

  tell(pipelineId: string, { id, label, meaning, order }: ListedStage): void {
    const [key, made] = [`${pipelineId} ${folded(label)}`, idFrom(pipelineId, label)]
    const own = id ?? this.#known.get(key) ?? made
    const stage = {
      id: own,
      label,
      pipelineId,
      order,
      meaning,
      isTold: true,
      isListed: true,
      own: true,
      hasCreated: false,
      appeared: null,
    }
    this.#byName.set(key, stage)
    this.#byId.set(own, stage)
  }

  isClosed(stageId: string): boolean {
    const stage = this.#byId.get(stageId)
    return stage ? stage.meaning.is !== 'open' : (this.#knownStages.get(stageId)?.isClosed ?? false)
  }

  sawCreated(stageId: string): void {
    const stage = this.#byId.get(stageId)
    if (stage) stage.hasCreated = true
  }

  sawEntered(stageId: string, at: string): void {
    const stage = this.#byId.get(stageId)
    if (stage && (stage.appeared === null || at < stage.appeared)) stage.appeared = at
  }

  openingStage(pipelineId: string): string | null {
    const before = this.#opening.get(pipelineId)
    if (before !== undefined) return before
    const found = opening(this.#allIn(pipelineId))
    this.#opening.set(pipelineId, found)
    return found
  }

  #allIn(pipelineId: string): readonly Beginning[] {
    const own = [...this.#byId.values()].filter((stage) => stage.pipelineId === pipelineId)
    const others = [...this.#knownStages.values()].filter((stage) => stage.pipelineId === pipelineId)
    return [
      ...others.filter(({ id }) => !this.#byId.has(id)),
      ...own.map(({ id, meaning, order, hasCreated }) => {
        const there = this.#knownStages.get(id)
        return { id, order, isClosed: meaning.is !== 'open', hasCreated: hasCreated || (there?.hasCreated ?? false) }
      }),
    ]
  }

  rows(): readonly LandedRow[] {
    return this.#placed()
      .filter((stage) => stage.own)
      .map(stageRow)
  }

  made(): readonly LandedRow[] {
    const ofDeals = this.#register.made().map(({ id, name }) => ({ id, label: name, object: 'deal' }))
    return [...ofDeals, ...this.#others.rows()].map((row, at) => ({ ...row, display_order: at }))
  }

  concluded(): ReadonlyMap<string, StageMeaning> {
    const stages = this.#placed().filter((stage) => stage.own && !stage.isTold)
    return new Map(stages.toSorted((a, b) => a.order - b.order).map(({ label, meaning }) => [label, meaning]))
  }

  /** Where no list of deals tells of stages, new ones stand in their order of appearance, after those that are known; won and lost last. */
  #placed(): readonly Stage[] {
    const all = [...this.#byId.values()]
    if (this.#meanings.size > 0) return all
    const after = Math.max(-1, ...[...this.#knownStages.values()].map(({ order }) => order))
    const fresh = all.filter(({ id, isTold }) => !isTold && !this.#knownStages.has(id)).toSorted(byAppearance)
    return all.map((stage) => (fresh.includes(stage) ? { ...stage, ...standing(fresh, stage, after) } : stage))
  }

  /** What a list told before holds until the mapping says otherwise. */
  #asListed(id: string, told: PlacedStage | undefined): PlacedStage | null {
    const there = this.#knownStages.get(id)
    if (!there?.isListed) return null
    const meaning = meaningThere(there)
    return told && meaningText(told.meaning) !== meaningText(meaning) ? null : { meaning, order: there.order }
  }

  /** A file that shows only some of the stages in use does not move them. */
  #asItStands(id: string, pipelineId: string, placed: PlacedStage): PlacedStage {
    const there = this.#knownStages.get(id)
    if (!this.#isPartial(pipelineId)) return placed
    if (!there) return { ...placed, order: this.#orderAmong(pipelineId, placed.order) }
    const keeps = placed.meaning.is === 'open' && !there.isClosed && there.probability !== null
    const meaning = keeps ? { is: 'open' as const, probability: there.probability ?? 0 } : placed.meaning
    return { meaning, order: there.order }
  }

  #isPartial(pipelineId: string): boolean {
    return [...this.#knownStages.values()].some(
      (stage) => stage.pipelineId === pipelineId && stage.hasCreated && !this.#meanings.has(stage.name),
    )
  }

  /** Just after the stage of this file that stands before it and was known. */
  #orderAmong(pipelineId: string, order: number): number {
    const before = [...this.#meanings].filter(([, other]) => other.order < order).map(([name]) => name)
    const known = [...this.#knownStages.values()].filter((stage) => stage.pipelineId === pipelineId)
    const orders = known.filter(({ name }) => before.includes(name)).map((stage) => stage.order)
    return orders.length === 0 ? order : Math.max(...orders) + 0.5
  }

  #add(key: string, pipelineId: string, label: string): Stage {
    const own = idFrom(pipelineId, label)
    const id = this.#known.get(key) ?? own
    const told = this.#meanings.get(folded(label))
    const listed = this.#asListed(id, told)
    const concluded = this.#asItStands(id, pipelineId, told ?? placedBetween(label, [...this.#meanings]))
    const { meaning, order } = listed ?? concluded
    const isOwn = listed === null && id === own && (told !== undefined || !this.#knownStages.has(id))
    const stage = {
      id,
      label,
      pipelineId,
      order,
      meaning,
      isTold: told !== undefined || listed !== null,
      isListed: false,
      own: isOwn,
      hasCreated: false,
      appeared: null,
    }
    this.#byId.set(id, stage)
    return stage
  }
}

type Beginning = Pick<KnownStage, 'order' | 'isClosed' | 'hasCreated'> & { readonly id: string }
/** `name` is folded. */
type StageThere = KnownStage & { readonly id: string; readonly name: string; readonly pipelineId: string }

const unknownStage: KnownStage = {
  order: 0,
  probability: null,
  isClosed: false,
  isWon: false,
  hasCreated: false,
  isListed: false,
}

const stageThere = ({ id, name, parent, stage }: KnownRecord): StageThere => ({
  ...(stage ?? unknownStage),
  id,
  name: folded(name ?? ''),
  pipelineId: parent ?? '',
})

const byAppearance = (one: Stage, other: Stage): number =>
  Number(one.meaning.is !== 'open') - Number(other.meaning.is !== 'open') ||
  (one.appeared ?? '').localeCompare(other.appeared ?? '')

/** The later an open stage appears, the likelier it is won. */
function standing(all: readonly Stage[], stage: Stage, after: number): Pick<Stage, 'order' | 'meaning'> {
  const place = all.indexOf(stage)
  const open = all.filter(({ meaning }) => meaning.is === 'open').length
  const meaning =
    stage.meaning.is === 'open'
      ? { is: 'open' as const, probability: Math.round(((place + 1) * 100) / (open + 1)) }
      : stage.meaning
  return { order: after + 1 + place, meaning }
}

function opening(stages: readonly Beginning[]): string | null {
  const open = stages.filter((stage) => !stage.isClosed).toSorted((a, b) => a.order - b.order)
  return (open.find((stage) => stage.hasCreated) ?? open[0])?.id ?? null
}

const forecasts = { open: 'PIPELINE', won: 'CLOSED', lost: 'OMIT' } as const

const stageRow = ({ id, label, pipelineId, order, meaning, isListed }: Stage): LandedRow => ({
  id,
  label,
  pipeline_id: pipelineId,
  display_order: order,
  probability: meaning.is === 'open' ? meaning.probability : meaning.is === 'won' ? 100 : 0,
  is_closed: String(meaning.is !== 'open'),
  is_won: String(meaning.is === 'won'),
  forecast_category: forecasts[meaning.is],
  is_listed: String(isListed),
})
