import { z } from 'zod'
import { keptReadings } from '../sources/csv/index.ts'

export const dataStatus = z.object({
  generation: z.int(),
  freshAt: z.string().nullable(),
  refreshedAt: z.string().nullable(),
  pending: z.int(),
  quarantined: z.int(),
  records: z.record(z.string(), z.int()),
  /** Landed files that no figure is made from, because something is wrong with them. */
  missing: z.array(
    z.object({
      stream: z.string(),
      origin: z.string().nullable(),
      source: z.string(),
      rows: z.int(),
      landedAt: z.string(),
      file: z.string(),
      wrong: z.string(),
    }),
  ),
  notices: z.array(z.string()),
  /** How the columns of imported files were read, and what of the last import is to be checked. Null before an import. */
  readings: keptReadings.nullable(),
  /** What cannot be and is there all the same, of each kind how often, and what reports make of it. */
  oddities: z.array(z.object({ kind: z.string(), title: z.string(), count: z.int(), outcome: z.string() })),
  /** What the oddities were counted in: the data as it is, or as it was before the last load. Null while they are first counted. */
  odditiesOf: z.enum(['now', 'before']).nullable(),
  sources: z.array(
    z.object({ source: z.string(), segments: z.int(), rows: z.int(), bytes: z.int(), landedAt: z.string() }),
  ),
  quarantine: z.array(
    z.object({
      stream: z.string(),
      origin: z.string().nullable(),
      line: z.int().nullable(),
      recordId: z.string().nullable(),
      reason: z.string(),
    }),
  ),
})
export type DataStatus = z.infer<typeof dataStatus>
