import { join } from 'node:path'
import { wrongOf } from '../answer/index.ts'
import type { DataFolder } from '../data-folder.ts'
import type { MissingSegment } from '../engine/index.ts'
import type { Landing, Segment } from '../landing/index.ts'
import { readReadings } from '../sources/csv/index.ts'
import { sayIn } from '../words/index.ts'
import type { OddityCount } from './oddity-count.ts'
import type { DataStatus } from './status-shape.ts'

type Source = DataStatus['sources'][number]

/** More are counted and not listed. */
const quarantineListed = 200

const add = (sum: Source | undefined, { source, rows, bytes, landedAt }: Segment): Source => ({
  source,
  segments: (sum?.segments ?? 0) + 1,
  rows: (sum?.rows ?? 0) + rows,
  bytes: (sum?.bytes ?? 0) + bytes,
  landedAt,
})

/** Segments come in landing order, so the last one tells when its source was last heard of. */
function sourcesOf(landing: Landing): Source[] {
  const sources = new Map<string, Source>()
  for (const segment of landing.segments()) sources.set(segment.source, add(sources.get(segment.source), segment))
  return [...sources.values()]
}

const missingOf = (segment: MissingSegment): DataStatus['missing'][number] => {
  const { stream, origin, source, rows, landedAt, file } = segment
  return { stream, origin, source, rows, landedAt, file, wrong: `The file ${wrongOf(sayIn('en'), segment)}.` }
}

function standing(landing: Landing): (number: number) => boolean {
  const numbers = new Set(landing.batches().flatMap(({ number, stands }) => (stands ? [number] : [])))
  return (number) => numbers.has(number)
}

export const readOnlyNotice = (folder: string): string =>
  `${folder} can only be read, so reports are served and nothing is changed.`

export async function dataStatus(
  { folder, access, landing, warehouse }: DataFolder,
  countOddities: () => Promise<OddityCount>,
): Promise<DataStatus> {
  const now = await warehouse.status()
  const { generation, freshAt, refreshedAt, pending, quarantined, records, notices } = now
  const quarantine = (quarantined === 0 ? [] : await warehouse.quarantine(quarantineListed)).map(
    ({ stream, origin, line, recordId, reason }) => ({ stream, origin, line, recordId, reason }),
  )
  const status = {
    generation,
    freshAt,
    refreshedAt,
    pending,
    quarantined,
    records,
    notices: [...(access === 'read' ? [readOnlyNotice(folder)] : []), ...landing.notices, ...notices],
  }
  const { of, oddities } = await countOddities()
  const odd: Pick<DataStatus, 'oddities' | 'odditiesOf'> = {
    oddities: [...oddities],
    odditiesOf: of && (of === warehouse.moment() ? 'now' : 'before'),
  }
  return {
    ...status,
    ...odd,
    readings: await readReadings(join(folder, 'csv-readings.json'), standing(landing)),
    missing: now.missing.map(missingOf),
    sources: sourcesOf(landing),
    quarantine,
  }
}
