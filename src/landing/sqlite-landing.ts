import { join } from 'node:path'
import type { Effects } from '../effects.ts'
import { Refusal, type RefusalDetails, storageRefusal } from '../errors/index.ts'
import { type Account, type CustomField, defaultAccount } from '../model/index.ts'
import { OpenBatch, type Step, type There } from './batch.ts'
import {
  type BatchRecord,
  contentsOf,
  type Join,
  type Original,
  readRecord,
  recordFile,
  writeRecord,
} from './batch-record.ts'
import { writeCheckpoint } from './checkpoint.ts'
import { joinAll, sweepAll } from './compaction.ts'
import { remove } from './files.ts'
import { type Joinable, joinable } from './joinable.ts'
import { type LandedBatch, type LandedState, standingBefore } from './landed-state.ts'
import type { Access, Batch, Compacted, Landing, Past, Turn } from './landing.ts'
import type { Manifest } from './manifest.ts'
import { type Opened, openForReading, openForWriting } from './opening.ts'
import { pastOf, renumbered, rereading } from './rereading.ts'
import type { Revision } from './revision.ts'
import type { Segment } from './segment.ts'
import { checksum } from './segment-file.ts'

/** Opens the landing of a data folder. For writing, it heals what a killed run or a lost manifest left. */
export async function openLanding(
  dataFolder: string,
  effects: Effects,
  access: Access,
  step: Step = () => {},
): Promise<Landing> {
  const folder = join(dataFolder, 'landing')
  const opened =
    access === 'write' ? await openForWriting(dataFolder, folder, effects) : await openForReading(dataFolder, folder)
  for (const notice of opened.notices) effects.log('landing', { notice })
  return new LandingOnDisk(folder, opened, effects, step)
}

type Filled = Omit<BatchRecord, 'number'>

const nothing: Filled = { segments: [], originals: [], fields: [], cursors: [], account: null }

/** So many records are read at most after the checkpoint, besides those since the last compaction. */
const checkpointEvery = 256

const removeAll = async (folder: string, joins: readonly Join[]): Promise<void> => {
  for (const { segment } of joins) await remove(join(folder, segment.file))
}

class LandingOnDisk implements Landing {
  readonly folder: string
  readonly notices: readonly string[]
  readonly #state: LandedState
  /** Null when only reading. */
  readonly #manifest: Manifest | null
  readonly #effects: Effects
  readonly #step: Step
  readonly #there: There = {
    isKept: (key) => this.importedFile(key) !== null,
    original: () => null,
    segmentFile: async () => null,
  }
  #newest: number
  #seq: number
  #latest: string
  /** The number of the last record that the checkpoint has. */
  #checkpoint: number
  /** Whether the checkpoint knows of all that was joined and removed. */
  #isNoted = true
  /** Numbers of segments that could not be joined, because they are not whole. */
  readonly #unsound = new Set<number>()
  /** One commit at a time: each gets the next number. */
  #committing: Promise<unknown> = Promise.resolve()

  constructor(folder: string, opened: Opened, effects: Effects, step: Step) {
    this.folder = folder
    this.notices = opened.notices
    this.#state = opened.state
    this.#manifest = opened.manifest
    this.#effects = effects
    this.#step = step
    this.#newest = opened.newest
    this.#seq = opened.reserved
    this.#latest = opened.state.landedAt
    this.#checkpoint = opened.checkpoint
  }

  segments(after = 0): readonly Segment[] {
    return this.#state.segments(after)
  }

  landedAfter(seq: number): number {
    return this.#state.landedAfter(seq)
  }

  resting(): readonly Segment[] {
    return this.#state.resting()
  }

  batches(): readonly LandedBatch[] {
    return this.#state.batches()
  }

  revision(): number {
    return this.#state.revision
  }

  originals(): readonly Original[] {
    return this.#state.originals()
  }

  async verify({ file, source, landedAt, sha256 }: Segment): Promise<void> {
    await this.#demandWhole({ file, source, landedAt }, sha256)
  }

  async verifyOriginal({ file, name, importedAt, sha256 }: Original): Promise<void> {
    await this.#demandWhole({ file, source: name, landedAt: importedAt }, sha256)
  }

  async land<R>(source: string, fill: (batch: Batch) => Promise<R>): Promise<R> {
    this.#writable()
    const batch = new OpenBatch(this.folder, this.#there, this.#step)
    const result = await this.#whole(batch, async () => {
      const filled = await fill(batch)
      this.#step('filled')
      await this.#commit(() => this.#filled(source, batch))
      return filled
    })
    this.#step('recorded')
    return result
  }

  async turn(turn: Turn): Promise<void> {
    this.#writable()
    const open = (there: There) => new OpenBatch(this.folder, there, this.#step)
    const reread = await rereading(this.folder, this.#state, turn, open)
    await this.#whole(reread, async () => {
      this.#step('filled')
      await this.#commit(() => ({ ...nothing, change: renumbered(reread, this.#seq) }))
    })
    this.#step('recorded')
  }

  async compact(may: Joinable, signal: AbortSignal): Promise<Compacted> {
    this.#writable()
    const lists = joinable(this.#state.batches(), { ...may, without: new Set([...may.without, ...this.#unsound]) })
    const done = await this.#whole(null, async () => {
      const { joins, unsound, failures } = await joinAll(this.folder, lists, this.#step, signal)
      for (const seq of unsound) this.#unsound.add(seq)
      // As long as others are joined, what failed is tried again with the next.
      if (joins.length === 0 && failures[0]) throw failures[0]
      const batch = { undo: () => removeAll(this.folder, joins) }
      if (joins.length > 0) await this.#whole(batch, () => this.#commit(() => ({ ...nothing, joins })))
      this.#step('recorded')
      return joins
    })
    this.#isNoted &&= done.length === 0
    // Once, when all is joined: as long as there is much, noting it takes long.
    const isDue = !this.#isNoted || this.#state.through - this.#checkpoint >= checkpointEvery
    if (done.length === 0 && isDue) await this.#noteState()
    return { segments: done.reduce((sum, { of }) => sum + of.length, 0), into: done.length }
  }

  async sweep(): Promise<number> {
    this.#writable()
    const isWhole = (segment: Segment) =>
      this.verify(segment).then(
        () => true,
        () => false,
      )
    const removed = await sweepAll(this.folder, this.#state, isWhole, this.#step)
    this.#isNoted &&= removed === 0
    return removed
  }

  async before(record: number, batch: number): Promise<Past> {
    return pastOf(await standingBefore(this.folder, record, batch))
  }

  cursor(source: string, stream: string): string | null {
    return this.#state.cursor(source, stream)
  }

  cursors(source: string): ReadonlyMap<string, string> {
    return this.#state.cursors(source)
  }

  customFields(): readonly CustomField[] {
    return this.#state.fields()
  }

  doubts(): readonly string[] {
    return this.#state.doubts()
  }

  account(): Account {
    return { ...defaultAccount, ...this.#state.account() }
  }

  async setAccount(account: Account): Promise<void> {
    this.#writable()
    await this.#whole(null, () => this.#commit(() => ({ ...nothing, account })))
  }

  importedFile(key: string): Pick<Original, 'name' | 'importedAt' | 'sha256'> | null {
    return this.#state.original(key)
  }

  document(kind: string, id: string): Revision | null {
    return this.#state.documents.latest(kind, id)
  }

  documents(kind: string): readonly Revision[] {
    return this.#state.documents.all(kind)
  }

  async revisions(kind: string, id: string): Promise<readonly Revision[]> {
    const found: Revision[] = []
    for (const number of this.#state.documents.batchesOf(kind, id)) {
      const record = await readRecord(this.folder, number)
      if (!record) throw new Refusal('record-damaged', { file: recordFile(number) })
      found.push(...(record.documents ?? []).filter((revision) => revision.kind === kind && revision.id === id))
    }
    return found
  }

  time(): string {
    const now = this.#effects.now().toString({ smallestUnit: 'millisecond' })
    this.#latest = now > this.#latest ? now : justAfter(this.#latest)
    return this.#latest
  }

  close(): void {
    this.#manifest?.close()
  }

  /** An older Plumbline noted no checksum of originals. */
  async #demandWhole(of: RefusalDetails<'segment-missing'>, sha256: string | null): Promise<void> {
    const found = await checksum(join(this.folder, of.file)).catch((error) => unread(error, of))
    if (sha256 !== null && found.sha256 !== sha256) throw new Refusal('segment-damaged', of)
  }

  #writable(): Manifest {
    if (this.#manifest === null) throw new Refusal('folder-read-only', { folder: this.folder })
    return this.#manifest
  }

  /** All of a batch or nothing of it. */
  async #whole<R>(batch: { undo(): Promise<void> } | null, work: () => Promise<R>): Promise<R> {
    try {
      return await work()
    } catch (error) {
      await batch?.undo()
      throw storageRefusal(error, this.folder)
    }
  }

  /** In its turn: no record comes in between. */
  #noteState(): Promise<void> {
    return this.#inTurn(async () => {
      this.#step('noting')
      await writeCheckpoint(this.folder, this.#state)
      this.#checkpoint = this.#state.through
      this.#isNoted = true
      this.#step('noted')
    })
  }

  #commit(filled: () => Filled): Promise<void> {
    return this.#inTurn(() => this.#record(filled()))
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#committing.catch(() => {}).then(work)
    this.#committing = turn
    return turn
  }

  /** The record is the commit: once it lies in its place the batch is landed, also when the manifest learns of it later. */
  async #record(filled: Filled): Promise<void> {
    const record = { number: this.#newest + 1, ...filled }
    this.#step('recording')
    await writeRecord(this.folder, record)
    this.#step('in place')
    try {
      this.#writable().enter(record)
    } catch (error) {
      await remove(join(this.folder, recordFile(record.number)))
      throw error
    }
    this.#newest = record.number
    this.#seq += contentsOf(record).reduce((sum, { segments }) => sum + segments.length, 0)
    this.#state.enter(record)
  }

  #filled(source: string, batch: OpenBatch): Filled {
    const landedAt = this.time()
    return {
      segments: batch.segments.map((segment, index) => ({ seq: this.#seq + 1 + index, source, ...segment, landedAt })),
      originals: batch.files.map((file) => ({ ...file, importedAt: landedAt })),
      fields: batch.fields,
      cursors: [...batch.cursors].map(([stream, cursor]) => ({ source, stream, cursor })),
      account: batch.account,
      ...(batch.documents.length > 0 && { documents: batch.documents }),
    }
  }
}

const justAfter = (instant: string): string =>
  Temporal.Instant.from(instant).add({ milliseconds: 1 }).toString({ smallestUnit: 'millisecond' })

/** What a disk, or a hand, makes of a file. */
const ofTheFile = ['EIO', 'EACCES', 'EPERM', 'EISDIR', 'ENOTDIR', 'ELOOP']

function unread(error: NodeJS.ErrnoException, of: RefusalDetails<'segment-missing'>): never {
  if (error.code === 'ENOENT') throw new Refusal('segment-missing', of)
  if (ofTheFile.includes(error.code ?? '')) throw new Refusal('segment-unreadable', { ...of, wrong: `${error.code}` })
  throw error
}
