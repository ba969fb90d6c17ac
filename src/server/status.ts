import type { shapes } from '../answer/index.ts'
import type { DataFolder } from '../data-folder.ts'
import type { Landing, Segment } from '../landing/index.ts'

type Source = shapes.DataStatus['sources'][number]

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

export async function dataStatus({ landing, warehouse }: DataFolder): Promise<shapes.DataStatus> {
  const { generation, freshAt, refreshedAt, pending, quarantined, records, notices } = await warehouse.status()
  const quarantine = (await warehouse.quarantine(quarantineListed)).map(
    ({ stream, origin, line, recordId, reason }) => ({ stream, origin, line, recordId, reason }),
  )
  const status = { generation, freshAt, refreshedAt, pending, quarantined, records, notices: [...notices] }
  const oddities = (await warehouse.oddities()).map((oddity) => ({ ...oddity }))
  return { ...status, oddities, sources: sourcesOf(landing), quarantine }
}
