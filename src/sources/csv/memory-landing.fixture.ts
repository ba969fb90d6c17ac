import type { Batch, LandedRow, Landing } from '../../landing/index.ts'
import { type CustomField, defaultAccount, type EntityName } from '../../model/index.ts'

/** What was landed, by stream, and a landing that holds it in memory. */
export interface MemoryLanding {
  readonly landing: Landing
  rows(stream: EntityName): readonly LandedRow[]
  readonly fields: readonly CustomField[]
}

export function memoryLanding(): MemoryLanding {
  const streams = new Map<string, LandedRow[]>()
  const fields: CustomField[] = []
  const files = new Map<string, { readonly name: string; readonly importedAt: string; readonly sha256: null }>()
  const cursors = new Map<string, string>()
  const doubts = new Map<string, readonly string[]>()
  let account = defaultAccount
  const batch: Batch = {
    async write(stream, _columns, rows) {
      const kept = streams.get(stream) ?? []
      streams.set(stream, kept)
      for await (const row of rows) kept.push(row)
    },
    adopt: async () => {},
    async keepFile(path, sha256) {
      files.set(sha256, { name: path, importedAt: '2024-01-01T00:00:00Z', sha256: null })
    },
    define: (more) => void fields.push(...more),
    doubt: (origin, sentences) => void doubts.set(origin, sentences),
    revise: () => {},
    moveCursor: (stream, cursor) => void cursors.set(stream, cursor),
    setAccount(settings) {
      account = settings
    },
  }
  const landing: Landing = {
    folder: '',
    notices: [],
    // Only their streams are asked for.
    segments: () => [...streams.keys()].map((stream, seq) => ({ seq, stream })) as never,
    resting: () => [],
    batches: () => [],
    revision: () => 0,
    turn: () => Promise.reject(new Error('nothing is taken back here')),
    compact: async () => ({ segments: 0, into: 0 }),
    sweep: async () => 0,
    before: () => Promise.reject(new Error('nothing was here before')),
    landedAfter: () => 0,
    verify: async () => {},
    land: (_source, fill) => fill(batch),
    cursor: (_source, stream) => cursors.get(stream) ?? null,
    cursors: () => cursors,
    customFields: () => fields,
    doubts: () => [...doubts.values()].flat(),
    account: () => account,
    async setAccount(settings) {
      account = settings
    },
    importedFile: (sha256) => files.get(sha256) ?? null,
    originals: () => [],
    verifyOriginal: async () => {},
    document: () => null,
    documents: () => [],
    revisions: async () => [],
    time: () => '2024-01-01T00:00:00Z',
    close: () => {},
  }
  return { landing, rows: (stream) => streams.get(stream) ?? [], fields }
}
