import type { Kind } from '../kind.ts'
import { foundIn } from '../mark.ts'
import { startWriter } from '../victim.ts'
import { inWarehouse, loadedMarks } from '../warehouse-marks.ts'

/** A refresh or a rebuild after each batch; what is acknowledged can be asked for. */
export const load: Kind = {
  name: 'refresh and rebuild',
  mostWrites: 3,
  start: async (folder, first) => startWriter('./writers/load.ts', folder, first),
  look: (folder) =>
    inWarehouse(folder, async (data) => ({ ...foundIn(await loadedMarks(data, 'deal', 'id')), wrong: [] })),
}
