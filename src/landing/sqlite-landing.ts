import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { Effects } from '../effects.ts'
import { Refusal, type RefusalDetails, storageRefusal } from '../errors/index.ts'
import { type Account, type CustomField, defaultAccount } from '../model/index.ts'
import { OpenBatch, type Step } from './batch.ts'
import { type BatchRecord, type Original, recordFile, recordNumbers, writeRecord } from './batch-record.ts'
import { remove } from './files.ts'
import type { Access, Batch, Landing } from './landing.ts'
import { enter, inTransaction } from './manifest.ts'
import { type OpenManifest, openForReading, openForWriting } from './opening.ts'
import type { Segment } from './segment.ts'
import { checksum } from './segment-file.ts'
import { accountIn, fieldsIn, originalsIn, segmentsIn } from './whole-manifest.ts'

/** Opens the landing of a data folder. For writing, it heals what a killed run or a lost manifest left. */
export async function openLanding(
  dataFolder: string,
  effects: Effects,
  access: Access,
  step: Step = () => {},
): Promise<Landing> {
  const folder = join(dataFolder, 'landing')
  const manifest =
    access === 'write' ? await openForWriting(dataFolder, folder, effects) : await openForReading(dataFolder, folder)
  for (const notice of manifest.notices) effects.log('landing', { notice })
  return new SqliteLanding(folder, manifest, effects, access, step)
}

type Filled = Omit<BatchRecord, 'number'>

class SqliteLanding implements Landing {
  readonly folder: string
  readonly notices: readonly string[]
  readonly #db: DatabaseSync
  readonly #effects: Effects
  readonly #access: Access
  readonly #step: Step
  /** One commit at a time: each gets the next number. */
  #committing: Promise<unknown> = Promise.resolve()

  constructor(folder: string, { db, notices }: OpenManifest, effects: Effects, access: Access, step: Step) {
    this.folder = folder
    this.notices = notices
    this.#db = db
    this.#effects = effects
    this.#access = access
    this.#step = step
  }

  segments(after = 0): readonly Segment[] {
    return segmentsIn(this.#db, after)
  }

  originals(): BatchRecord['originals'] {
    return originalsIn(this.#db)
  }

  async verify({ file, source, landedAt, sha256 }: Segment): Promise<void> {
    await this.#demandWhole({ file, source, landedAt }, sha256)
  }

  async verifyOriginal({ file, name, importedAt, sha256 }: Original): Promise<void> {
    await this.#demandWhole({ file, source: name, landedAt: importedAt }, sha256)
  }

  async land<R>(source: string, fill: (batch: Batch) => Promise<R>): Promise<R> {
    this.#demandWriting()
    const batch = new OpenBatch(this.folder, (key) => this.importedFile(key) !== null, this.#step)
    const result = await this.#whole(batch, async () => {
      const filled = await fill(batch)
      this.#step('filled')
      await this.#commit(() => this.#filled(source, batch))
      return filled
    })
    this.#step('recorded')
    return result
  }

  cursor(source: string, stream: string): string | null {
    const row = this.#db.prepare('SELECT cursor FROM cursor WHERE source = ? AND stream = ?').get(source, stream)
    return row ? String(row.cursor) : null
  }

  customFields(): readonly CustomField[] {
    return fieldsIn(this.#db)
  }

  account(): Account {
    return { ...defaultAccount, ...accountIn(this.#db) }
  }

  async setAccount(account: Account): Promise<void> {
    this.#demandWriting()
    await this.#whole(null, () =>
      this.#commit(() => ({ segments: [], originals: [], fields: [], cursors: [], account })),
    )
  }

  importedFile(sha256: string): { readonly name: string; readonly importedAt: string } | null {
    const row = this.#db.prepare('SELECT name, imported_at FROM imported_file WHERE sha256 = ?').get(sha256)
    return row ? { name: String(row.name), importedAt: String(row.imported_at) } : null
  }

  time(): string {
    const now = this.#effects.now().toString({ smallestUnit: 'millisecond' })
    const last = this.#db.prepare('SELECT max(landed_at) AS at FROM segment').get()?.at
    if (typeof last !== 'string' || last < now) return now
    return Temporal.Instant.from(last).add({ milliseconds: 1 }).toString({ smallestUnit: 'millisecond' })
  }

  close(): void {
    this.#db.close()
  }

  /** An older Plumbline noted no checksum of originals. */
  async #demandWhole(of: RefusalDetails<'segment-missing'>, sha256: string | null): Promise<void> {
    const found = await checksum(join(this.folder, of.file)).catch((error) => unread(error, of))
    if (sha256 !== null && found.sha256 !== sha256) throw new Refusal('segment-damaged', of)
  }

  #demandWriting(): void {
    if (this.#access === 'read') throw new Refusal('folder-read-only', { folder: this.folder })
  }

  /** All of a batch or nothing of it. */
  async #whole<R>(batch: OpenBatch | null, work: () => Promise<R>): Promise<R> {
    try {
      return await work()
    } catch (error) {
      await batch?.undo()
      throw storageRefusal(error, this.folder)
    }
  }

  #commit(filled: () => Filled): Promise<void> {
    const turn = this.#committing.catch(() => {}).then(() => this.#record(filled()))
    this.#committing = turn
    return turn
  }

  /** The record is the commit: once it lies in its place the batch is landed, also when the manifest learns of it later. */
  async #record(filled: Filled): Promise<void> {
    const number = 1 + Math.max(0, ...(await recordNumbers(this.folder)).slice(-1))
    const record = { number, ...filled }
    this.#step('recording')
    await writeRecord(this.folder, record)
    this.#step('in place')
    try {
      inTransaction(this.#db, () => enter(this.#db, record))
    } catch (error) {
      await remove(join(this.folder, recordFile(number)))
      throw error
    }
  }

  #filled(source: string, batch: OpenBatch): Filled {
    const landedAt = this.time()
    const last = Number(this.#db.prepare('SELECT coalesce(max(seq), 0) AS seq FROM segment').get()?.seq)
    return {
      segments: batch.segments.map((segment, index) => ({ seq: last + 1 + index, source, ...segment, landedAt })),
      originals: batch.files.map((file) => ({ ...file, importedAt: landedAt })),
      fields: batch.fields,
      cursors: [...batch.cursors].map(([stream, cursor]) => ({ source, stream, cursor })),
      account: null,
    }
  }
}

/** What a disk, or a hand, makes of a file. */
const ofTheFile = ['EIO', 'EACCES', 'EPERM', 'EISDIR', 'ENOTDIR', 'ELOOP']

function unread(error: NodeJS.ErrnoException, of: RefusalDetails<'segment-missing'>): never {
  if (error.code === 'ENOENT') throw new Refusal('segment-missing', of)
  if (ofTheFile.includes(error.code ?? '')) throw new Refusal('segment-unreadable', { ...of, wrong: `${error.code}` })
  throw error
}
