import type { DataFolder } from '../data-folder.ts'
import type { LandedRow } from '../landing/index.ts'

/** For tests: what a source has sent when its cursor is at `cursor`. */
export interface Pull {
  readonly cursor: string
  readonly deals: readonly LandedRow[]
}

const deal = (id: string, name: string, version: string): LandedRow => ({
  id,
  name,
  amount_in_currency: '100',
  closed_at: '2024-05-31T22:30:00Z',
  _version: version,
})

export const firstPull: Pull = {
  cursor: '1',
  deals: [deal('1', 'Anvils', '2024-05-01T00:00:00Z'), deal('2', 'Bellows', '2024-05-01T00:00:00Z')],
}

export const secondPull: Pull = {
  cursor: '2',
  deals: [deal('2', 'Bellows, bigger', '2024-05-02T00:00:00Z'), deal('3', 'Crucibles', '2024-05-02T00:00:00Z')],
}

/** Lands a pull with its owners, unless the cursor says that it is in already. */
export async function landDeals(data: DataFolder, pull: Pull): Promise<void> {
  if (Number(data.landing.cursor('test', 'deal') ?? 0) >= Number(pull.cursor)) return
  await data.landing.land('test', async (batch) => {
    await batch.write('owner', ['id', 'name'], [{ id: 'o', name: `Owner after pull ${pull.cursor}` }])
    await batch.write('deal', Object.keys(pull.deals[0] ?? {}), pull.deals)
    batch.moveCursor('deal', pull.cursor)
  })
}
