import type { Moment, WarehouseStatus } from '../../warehouse.ts'
import type { Reader } from '../reader.ts'
import { readBook, recordCounts } from './book.ts'
import { readRoster } from './roster.ts'

type Company = Pick<Moment, 'model' | 'account' | 'revision'>

/** Everything that questions need to know about what is loaded, read once. */
export async function readMoment(
  reader: Reader,
  about: Pick<WarehouseStatus, 'generation' | 'notices' | 'doubts'> & { readonly load: number },
  company: Company,
): Promise<Moment> {
  const { loadedThrough, freshAt, refreshedAt, quarantined, missing, notices } = await readBook(reader)
  return Object.freeze({
    ...about,
    ...company,
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
