import { everything } from '../../../src/data-folder/temporary.fixture.ts'
import type { Kind } from '../kind.ts'
import { landedMarks } from '../landed-marks.ts'
import { foundIn } from '../mark.ts'
import { startWriter } from '../victim.ts'
import { inWarehouse, loadedMarks } from '../warehouse-marks.ts'

/** Small files are joined after each batch: every row is landed once, whichever file it lies in, and loads the same. */
export const compact: Kind = {
  name: 'compact',
  mostWrites: 3,
  start: async (folder, first) => startWriter('./writers/compact.ts', folder, first),
  look: (folder, acknowledged) =>
    inWarehouse(folder, async (data) => {
      const { landing, warehouse } = data
      const found = foundIn(await landedMarks(landing, { deal: 'id' }))
      const last = Math.max(0, ...found.whole)
      await warehouse.refresh()
      const before = await everything(data)
      const loaded = foundIn(await loadedMarks(data, 'deal', 'id'))
      const cursor = Number(landing.cursor('test', 'deal') ?? 0)
      const { missing } = warehouse.moment()
      const wrong = [
        ...(cursor === last && last >= acknowledged ? [] : [`the cursor is ${cursor}, and the last write ${last}`]),
        ...(missing.length === 0 ? [] : [`${missing.length} files are missing`]),
        ...(loaded.whole.size === found.whole.size ? [] : ['what is loaded is not what is landed']),
      ]
      if (acknowledged % 5 === 0) {
        await warehouse.rebuild()
        if (JSON.stringify(await everything(data)) !== JSON.stringify(before)) wrong.push('a rebuild differs')
      }
      return { ...found, wrong }
    }),
}
