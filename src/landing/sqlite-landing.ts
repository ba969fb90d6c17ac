import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type { Effects } from '../effects.ts'
import { Refusal, type RefusalDetails } from '../errors/index.ts'
import { type Account, type CustomField, defaultAccount } from '../model/index.ts'
import { OpenBatch, type Step } from './batch.ts'
import { makeFolder, remove } from './files.ts'
import type { Batch, Landing } from './landing.ts'
import { inTransaction, openManifest } from './manifest.ts'
import type { Segment } from './segment.ts'
import { checksum } from './segment-file.ts'

/** Opens the landing of a data folder and removes what a killed run left behind. */
export async function openLanding(dataFolder: string, effects: Effects, step: Step = () => {}): Promise<Landing> {
  const folder = join(dataFolder, 'landing')
  await makeFolder(join(folder, 'segments'))
  await makeFolder(join(folder, 'files'))
  const db = openManifest(join(dataFolder, 'plumbline.sqlite'))
  await removeLeftOvers(folder, db)
  return new SqliteLanding(folder, db, effects, step)
}

async function removeLeftOvers(folder: string, db: DatabaseSync): Promise<void> {
  const named = db.prepare('SELECT file FROM segment UNION ALL SELECT file FROM imported_file').all()
  const kept = new Set(named.map((row) => row.file))
  for (const part of ['segments', 'files']) {
    for (const name of await readdir(join(folder, part))) {
      const file = join(part, name)
      if (!kept.has(file)) await remove(join(folder, file))
    }
  }
}

class SqliteLanding implements Landing {
  readonly folder: string
  readonly #db: DatabaseSync
  readonly #effects: Effects
  readonly #step: Step

  constructor(folder: string, db: DatabaseSync, effects: Effects, step: Step) {
    this.folder = folder
    this.#db = db
    this.#effects = effects
    this.#step = step
  }

  segments(after = 0): readonly Segment[] {
    return this.#db.prepare('SELECT * FROM segment WHERE seq > ? ORDER BY seq').all(after).map(toSegment)
  }

  async verify(segment: Segment): Promise<void> {
    const of = { file: segment.file, source: segment.source, landedAt: segment.landedAt }
    const found = await checksum(join(this.folder, segment.file)).catch((error) => unread(error, of))
    if (found.sha256 !== segment.sha256) throw new Refusal('segment-damaged', of)
  }

  async land<R>(source: string, fill: (batch: Batch) => Promise<R>): Promise<R> {
    const batch = new OpenBatch(this.folder, this.#step)
    const result = await this.#commit(source, batch, fill)
    this.#step('recorded')
    return result
  }

  cursor(source: string, stream: string): string | null {
    const row = this.#db.prepare('SELECT cursor FROM cursor WHERE source = ? AND stream = ?').get(source, stream)
    return row ? String(row.cursor) : null
  }

  customFields(): readonly CustomField[] {
    const rows = this.#db.prepare('SELECT field FROM custom_field ORDER BY entity, name').all()
    // Written by `define` in this form.
    return rows.map((row) => JSON.parse(String(row.field)) as CustomField)
  }

  account(): Account {
    const row = this.#db.prepare('SELECT settings FROM account').get()
    // Written by `setAccount` in this form.
    return row ? { ...defaultAccount, ...(JSON.parse(String(row.settings)) as Account) } : defaultAccount
  }

  setAccount(account: Account): void {
    this.#db.prepare('INSERT OR REPLACE INTO account VALUES (1, ?)').run(JSON.stringify(account))
  }

  importedFile(sha256: string): { readonly name: string; readonly importedAt: string } | null {
    const row = this.#db.prepare('SELECT name, imported_at FROM imported_file WHERE sha256 = ?').get(sha256)
    return row ? { name: String(row.name), importedAt: String(row.imported_at) } : null
  }

  close(): void {
    this.#db.close()
  }

  async #commit<R>(source: string, batch: OpenBatch, fill: (batch: Batch) => Promise<R>): Promise<R> {
    try {
      const result = await fill(batch)
      this.#step('filled')
      inTransaction(this.#db, () => this.#record(source, batch))
      return result
    } catch (error) {
      await batch.undo()
      throw error
    }
  }

  #record(source: string, batch: OpenBatch): void {
    const at = this.#landingTime()
    const segment = this.#db.prepare(
      `INSERT INTO segment (source, stream, format, columns, rows, bytes, sha256, file, origin, landed_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    for (const s of batch.segments) {
      const columns = JSON.stringify(s.columns)
      segment.run(source, s.stream, s.format, columns, s.rows, s.bytes, s.sha256, s.file, s.origin, at)
    }
    this.#step('recording')
    this.#recordRest(source, batch, at)
  }

  #recordRest(source: string, batch: OpenBatch, at: string): void {
    const file = this.#db.prepare('INSERT OR REPLACE INTO imported_file VALUES (?, ?, ?, ?)')
    for (const kept of batch.files) file.run(kept.sha256, kept.name, kept.file, at)
    const field = this.#db.prepare('INSERT OR REPLACE INTO custom_field VALUES (?, ?, ?)')
    for (const custom of batch.fields) field.run(custom.entity, custom.name, JSON.stringify(custom))
    const cursor = this.#db.prepare('INSERT OR REPLACE INTO cursor VALUES (?, ?, ?)')
    for (const [stream, value] of batch.cursors) cursor.run(source, stream, value)
  }

  /** Never before an earlier landing, whatever the clock does: it orders the versions of a record. */
  #landingTime(): string {
    const now = this.#effects.now().toString({ smallestUnit: 'millisecond' })
    const last = this.#db.prepare('SELECT max(landed_at) AS at FROM segment').get()?.at
    return typeof last === 'string' && last > now ? last : now
  }
}

/** What a disk, or a hand, makes of a file. */
const ofTheFile = ['EIO', 'EACCES', 'EPERM', 'EISDIR', 'ENOTDIR', 'ELOOP']

function unread(error: NodeJS.ErrnoException, of: RefusalDetails<'segment-missing'>): never {
  if (error.code === 'ENOENT') throw new Refusal('segment-missing', of)
  if (ofTheFile.includes(error.code ?? '')) throw new Refusal('segment-unreadable', { ...of, wrong: `${error.code}` })
  throw error
}

/** The manifest's own rows, in the types that `#record` wrote. */
function toSegment(row: Record<string, SQLOutputValue>): Segment {
  return {
    seq: Number(row.seq),
    source: String(row.source),
    stream: row.stream as Segment['stream'],
    format: row.format as Segment['format'],
    columns: JSON.parse(String(row.columns)) as readonly string[],
    rows: Number(row.rows),
    bytes: Number(row.bytes),
    sha256: String(row.sha256),
    file: String(row.file),
    origin: row.origin === null ? null : String(row.origin),
    landedAt: String(row.landed_at),
  }
}
