import { Jobs, jobKinds } from '../jobs/index.ts'
import { viewerOf } from './guard/viewer.ts'
import type { Serving } from './serving.ts'

/** Long work over the data that is served. Who began it is looked up anew each time it goes on: their rights are those of that moment. */
export const jobsOver = ({ data: { folder, access, warehouse }, effects }: Serving): Jobs =>
  new Jobs({
    folder,
    access,
    effects,
    kinds: jobKinds,
    askingOf: (by, at, signal) => {
      const viewer = viewerOf(by)
      return viewer && { warehouse, moment: warehouse.moment(), now: () => at, viewer, client: `job of ${by}`, signal }
    },
  })
