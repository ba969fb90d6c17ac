import type { Effects } from '../../effects.ts'
import { Refusal } from '../../errors/index.ts'
import type { Facts } from '../../facts/index.ts'
import type { Gauge } from '../../gauge.ts'
import { KeptAnswers } from '../kept-answers.ts'
import type { Landed } from '../landed.ts'
import type {
  Finished,
  LoadReport,
  Moment,
  Oddity,
  QuarantinedRow,
  Read,
  Statement,
  Table,
  Warehouse,
  WarehouseStatus,
} from '../warehouse.ts'
import { Asking } from './asking/asking.ts'
import { duckdb } from './dialect.ts'
import { warehouseGauges } from './gauges.ts'
import { Damage } from './generations/damage.ts'
import { Generations } from './generations/generations.ts'
import { Moments } from './generations/moments.ts'
import { countOddities } from './generations/oddities.ts'
import { Loader } from './loading/loader.ts'
import { Loads } from './loading/loads.ts'
import { quarantinedRows } from './loading/quarantine.ts'
import { Turns } from './loading/turns.ts'
import type { WarehouseOptions } from './warehouse-options.ts'

export async function openDuckDbWarehouse(
  folder: string,
  landed: Landed,
  facts: Facts,
  effects: Effects,
  options: WarehouseOptions,
): Promise<Warehouse> {
  const warehouse = new DuckDbWarehouse(new Generations(folder, effects, options), landed, facts, effects, options)
  await warehouse.open()
  return warehouse
}

class DuckDbWarehouse implements Warehouse {
  readonly dialect = duckdb
  madeAtOpening: readonly LoadReport[] | null = null
  readonly #generations: Generations
  readonly #landed: Landed
  readonly #effects: Effects
  readonly #options: WarehouseOptions
  readonly #turns: Turns
  readonly #damage: Damage
  readonly #asking: Asking
  readonly #loads: Loads
  readonly #moments = new Moments()
  readonly #answers: KeptAnswers
  /** Those of the last moment they were asked for. */
  #oddities: { readonly of: Moment | null; readonly counted: Promise<readonly Oddity[]> } = {
    of: null,
    counted: Promise.resolve([]),
  }

  constructor(generations: Generations, landed: Landed, facts: Facts, effects: Effects, options: WarehouseOptions) {
    this.#generations = generations
    this.#landed = landed
    this.#effects = effects
    this.#options = options
    this.#turns = new Turns(generations.files.folder, options.access, effects.now)
    const damage = new Damage(generations, effects.log, (damaged, cause) =>
      this.#turns.load(() => this.#loads.replace(damaged, cause)),
    )
    const asking = new Asking(generations, damage)
    const loader = new Loader(generations, landed, options)
    const { step } = options
    this.#damage = damage
    this.#asking = asking
    this.#loads = new Loads({
      ...{ generations, landed, facts, effects, step, loader, asking, damage },
      moments: this.#moments,
    })
    this.#answers = this.#keptAnswers()
  }

  get gauges(): readonly Gauge[] {
    return warehouseGauges({
      questions: () => this.#generations.answering.load,
      answers: () => this.#answers,
      budget: this.#options.memory,
      generation: () => this.#generations.number,
      pending: async () => this.pending(),
      freshAt: async () => this.moment().freshAt,
      lastLoad: () => this.#turns.lastLoad,
      now: this.#effects.now,
    })
  }

  isReady(): boolean {
    return this.#generations.isOpen && !this.#damage.isThere
  }

  async open(): Promise<void> {
    const readable = await this.#generations.open()
    const isTakenUp = readable && (await this.#takeUp())
    if (!isTakenUp && this.#options.access === 'read') return this.#refuse()
    if (!isTakenUp) this.madeAtOpening = await this.#loads.build()
    else if (this.moment().outdated.length > 0) this.#renew()
  }

  /** Who only reads makes nothing anew, and would answer as an older program for ever. */
  async #takeUp(): Promise<boolean> {
    const { access } = this.#options
    return (await this.#loads.takeUp(access)) && (access === 'write' || this.moment().outdated.length === 0)
  }

  /** In its turn, while the old generation answers. What fails now is done at the next load. */
  #renew(): void {
    this.#turns
      .load(() => this.#loads.renew())
      .catch((error: unknown) => this.#effects.log('facts could not be made anew', { error: String(error) }))
  }

  async #refuse(): Promise<never> {
    await this.#generations.close()
    throw new Refusal('warehouse-missing', { folder: this.#generations.files.folder })
  }

  run(statement: Statement, signal?: AbortSignal, client?: string): Promise<Table> {
    return this.#answers.answer(this.#moments.state, statement, signal, client).catch((error: unknown) => {
      throw this.#explained(error)
    })
  }

  /** A table that is being made anew may not have the columns yet that the program asks for. */
  #explained(error: unknown): unknown {
    const isUnknown = error instanceof Error && /^(Binder|Catalog) Error/.test(error.message)
    return isUnknown && this.moment().outdated.length > 0 ? new Refusal('facts-being-made', {}) : error
  }

  async *reading<R>(read: Read<R>, signal?: AbortSignal, client?: string) {
    try {
      yield* this.#asking.reading(read, signal, client)
    } catch (error) {
      throw this.#explained(error)
    }
  }

  finished(key: string, make: () => Promise<Finished>): Promise<Finished> {
    return this.#answers.finished(this.#moments.state, key, make)
  }

  explain(statement: Statement): Promise<string> {
    return this.#asking.ask((answering) => answering.explain(statement))
  }

  refresh(): Promise<readonly LoadReport[]> {
    return this.#turns.load(() => this.#loads.refresh())
  }

  rebuild(): Promise<readonly LoadReport[]> {
    return this.#turns.load(() => this.#loads.build())
  }

  moment(): Moment {
    return this.#moments.newest
  }

  pending(): number {
    const { loadedThrough, revision } = this.moment()
    const come = this.#landed.landedAfter(loadedThrough)
    return revision === this.#landed.revision() ? come : Math.max(1, come)
  }

  async ofOneLoad<R>(make: (moment: Moment) => Promise<R>): Promise<R> {
    for (let tries = 0; tries < 2; tries += 1) {
      const quiet = await this.#moments.undisturbed(make)
      if (quiet) return quiet.made
    }
    return this.#turns.take(() => make(this.moment()))
  }

  betweenLoads<R>(work: () => Promise<R>): Promise<R> {
    return this.#turns.take(work)
  }

  async status(): Promise<WarehouseStatus> {
    return { ...this.moment(), pending: this.pending() }
  }

  quarantine(limit: number): Promise<readonly QuarantinedRow[]> {
    return this.#asking.ask((answering) => quarantinedRows(answering, limit))
  }

  oddities(): Promise<readonly Oddity[]> {
    const of = this.moment()
    if (this.#oddities.of !== of) this.#countOddities(of)
    return this.#oddities.counted
  }

  /** A count that failed is not kept. */
  #countOddities(of: Moment): void {
    const counted = this.#asking.ask(countOddities)
    this.#oddities = { of, counted }
    counted.catch(() => {
      if (this.#oddities.of === of) this.#oddities = { of: null, counted: Promise.resolve([]) }
    })
  }

  async close(): Promise<void> {
    await this.#turns.over()
    await this.#generations.close()
  }

  #keptAnswers(): KeptAnswers {
    const ask = (statement: Statement, signal: AbortSignal, client?: string) =>
      this.#asking.ask((answering) => answering.run(statement, signal, client))
    const alsoFor = (statement: Statement, client?: string) => this.#generations.answering.alsoFor(statement, client)
    return new KeptAnswers({ ask, alsoFor }, this.#options.memory.answersMb)
  }
}
