import type { Entity, Model } from '../../../model/index.ts'
import type { Moment, WarehouseStatus } from '../../warehouse.ts'
import { differencesOf, type NewColumn } from '../loading/differences.ts'
import type { Signatures } from '../loading/signature.ts'
import type { Reader } from '../reader.ts'
import { readBook, recordCounts } from './book.ts'
import { readRoster } from './roster.ts'

type Company = Pick<Moment, 'model' | 'account' | 'revision'> & {
  readonly facts: Model
  /** What tables would be made for now. */
  readonly signatures: Signatures
}

/** Everything that questions need to know about what is loaded, read once. */
export async function readMoment(
  reader: Reader,
  about: Pick<WarehouseStatus, 'generation' | 'notices' | 'doubts'> & { readonly load: number },
  company: Company,
): Promise<Moment> {
  const { loadedThrough, freshAt, refreshedAt, quarantined, missing, notices, signatures } = await readBook(reader)
  const differences = differencesOf(signatures, company)
  return Object.freeze({
    ...about,
    account: company.account,
    revision: company.revision,
    model: { ...withoutColumns(company.model, differences?.columns ?? []), ...company.facts },
    outdated: [...(differences?.tables ?? [])],
    loadedThrough,
    freshAt,
    refreshedAt,
    quarantined,
    missing,
    records: await recordCounts(reader),
    notices: [...about.notices, ...notices],
    roster: await readRoster(reader),
  })
}

/** What a table does not have yet nobody can ask for. */
function withoutColumns(model: Model, columns: readonly NewColumn[]): Model {
  const lacks = (entity: Entity, name: string) =>
    columns.some((column) => column.entity.name === entity.name && column.field.name === name)
  return Object.fromEntries(
    Object.entries(model).map(([name, entity]) => [
      name,
      {
        ...entity,
        fields: Object.fromEntries(Object.entries(entity.fields).filter(([field]) => !lacks(entity, field))),
      },
    ]),
  )
}

/** The newest moment, and whether what it tells about is just being exchanged for the next. */
export class Moments {
  #newest: Moment | null = null
  #change: Promise<unknown> | null = null
  #changes = 0

  get newest(): Moment {
    if (this.#newest === null) throw new Error('nothing was loaded yet')
    return this.#newest
  }

  /** Another number for whatever readers may see; null while it is not settled which they see. */
  get state(): number | null {
    return this.#change ? null : this.#changes
  }

  /** From the first thing that readers may see of a load until its moment is there. */
  async change(commit: () => Promise<unknown>, read: (load: number) => Promise<Moment>): Promise<void> {
    this.#changes += 1
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#change = promise
    try {
      await commit()
      this.#newest = await read(this.#changes)
    } finally {
      this.#change = null
      resolve()
    }
  }

  /** What was made between two loads; null when one came in meanwhile. */
  async undisturbed<R>(make: (moment: Moment) => Promise<R>): Promise<{ readonly made: R } | null> {
    await this.#change
    const before = this.#changes
    const made = await make(this.newest)
    return this.#changes === before ? { made } : null
  }
}
