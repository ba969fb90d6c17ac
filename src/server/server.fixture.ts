import type { DataFolder } from '../data-folder.ts'
import type { Moment, Warehouse } from '../engine/index.ts'
import type { Landing } from '../landing/index.ts'
import { defaultAccount, modelWith } from '../model/index.ts'
import { createServer } from './app.ts'
import type { App, Serving } from './serving.ts'

interface Logged {
  readonly line: string
  readonly about: Readonly<Record<string, unknown>>
}

interface TestServer {
  readonly app: App
  readonly log: readonly Logged[]
}

export const emptyMoment: Moment = {
  generation: 1,
  load: 1,
  outdated: [],
  revision: 0,
  loadedThrough: 0,
  freshAt: null,
  refreshedAt: null,
  quarantined: 0,
  missing: [],
  records: {},
  notices: [],
  doubts: [],
  roster: { owners: [], teams: [], pipelines: [], stages: [] },
  model: modelWith([]),
  account: defaultAccount,
}

const emptyLanding: Landing = {
  folder: 'nowhere',
  notices: [],
  segments: () => [],
  resting: () => [],
  batches: () => [],
  revision: () => 0,
  turn: () => Promise.reject(new Error('nothing lands here')),
  compact: async () => ({ segments: 0, into: 0 }),
  sweep: async () => 0,
  before: () => Promise.reject(new Error('nothing landed here')),
  landedAfter: () => 0,
  verify: async () => {},
  land: () => Promise.reject(new Error('nothing lands here')),
  cursor: () => null,
  cursors: () => new Map(),
  customFields: () => [],
  doubts: () => [],
  account: () => defaultAccount,
  setAccount: async () => {},
  importedFile: () => null,
  originals: () => [],
  verifyOriginal: async () => {},
  document: () => null,
  documents: () => [],
  revisions: async () => [],
  time: () => '2024-01-01T00:00:00Z',
  close: () => {},
}

const emptyWarehouse: Warehouse = {
  /** No SQL is written for it, so no word of its dialect is ever asked for. */
  dialect: {} as Warehouse['dialect'],
  gauges: [],
  madeAtOpening: null,
  isReady: () => true,
  run: async ({ columns }) => ({ columns, rows: [] }),
  finished: (_, make) => make(),
  reading: async function* () {},
  explain: async () => '',
  refresh: async () => [],
  rebuild: async () => [],
  moment: () => emptyMoment,
  pending: () => 0,
  ofOneLoad: (make) => make(emptyMoment),
  betweenLoads: (work) => work(),
  status: async () => ({ ...emptyMoment, pending: 0 }),
  quarantine: async () => [],
  oddities: async () => [],
  close: async () => {},
}

/** No company at all: for what is decided before a question reaches the engine. */
export const emptyData = (warehouse: Partial<Warehouse> = {}, landing: Partial<Landing> = {}): DataFolder => ({
  folder: 'nowhere',
  access: 'write',
  landing: { ...emptyLanding, ...landing },
  warehouse: { ...emptyWarehouse, ...warehouse },
  gauges: [],
  close: async () => {},
})

/** Eleven in the morning of a day in November. */
export const now = Temporal.Instant.from('2026-11-21T11:00:00Z')

export function serverOver(data: DataFolder, other: Partial<Serving> = {}): TestServer {
  const log: Logged[] = []
  const effects = { now: () => now, log: (line: string, about = {}) => void log.push({ line, about }) }
  return { app: createServer({ data, effects, webFolder: '/nowhere', ...other }), log }
}
