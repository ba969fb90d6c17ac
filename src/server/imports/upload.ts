import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { DataFolder } from '../../data-folder.ts'
import type { Effects, Progress } from '../../effects.ts'
import { Refusal, storageRefusal } from '../../errors/index.ts'
import { importInto, knownIn, type LoadedImport, proposalFileIn } from '../../importing.ts'
import {
  type AskedAccount,
  type ImportChoices,
  lookAt,
  type Mapping,
  type Preview,
  parsedMapping,
  previewSeen,
  refuseOtherAccount,
  type SeenFile,
} from '../../sources/csv/index.ts'
import { type Failed, told } from '../told.ts'

/** In bytes, of all files of one upload. */
const uploadLimit = 1024 ** 3
/** In bytes, of one request. */
export const pieceLimit = 8 * 1024 ** 2
const mostFiles = 50
const followEveryMs = 500

/** What is going on with an upload, and what came of it. */
export type UploadState =
  | { readonly is: 'open' }
  | {
      readonly is: 'busy'
      readonly doing: string
      readonly done: number
      readonly of: number | null
      /** Loading ends by itself, and can be taken back afterwards. */
      readonly canStop: boolean
    }
  | { readonly is: 'failed'; readonly failed: Failed }
  | { readonly is: 'read'; readonly preview: Preview }
  | { readonly is: 'loaded'; readonly result: LoadedImport }

/** Some files on their way into the data folder: handed in piece by piece, read, and loaded by the import itself. */
export class Upload {
  readonly id: string
  readonly #folder: string
  readonly #data: DataFolder
  readonly #effects: Effects
  readonly #sizes = new Map<string, number>()
  #touched: Temporal.Instant
  #seen: readonly SeenFile[] | null = null
  #chosen: Mapping | null = null
  #account: AskedAccount = {}
  #state: UploadState = { is: 'open' }
  /** Set once nobody wants the reading that is under way. */
  #unwanted = false
  #work: Promise<void> = Promise.resolve()

  constructor(id: string, folder: string, data: DataFolder, effects: Effects) {
    this.id = id
    this.#folder = folder
    this.#data = data
    this.#effects = effects
    this.#touched = effects.now()
  }

  get state(): UploadState {
    return this.#state
  }

  touch(): void {
    this.#touched = this.#effects.now()
  }

  isIdleSince(at: Temporal.Instant): boolean {
    return this.#state.is !== 'busy' && Temporal.Instant.compare(this.#touched, at) < 0
  }

  settled(): Promise<void> {
    return this.#work
  }

  /** Waits a moment for what is going on, so that who follows it need not ask all the time. */
  async awaited(): Promise<this> {
    await Promise.race([this.#work, setTimeout(followEveryMs, null, { ref: false })])
    return this
  }

  /** Ends a reading that is under way. */
  async stop(): Promise<void> {
    if (this.#state.is === 'busy' && !this.#state.canStop) this.refuseBusy()
    this.#unwanted = true
    await this.#work
  }

  async remove(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true })
  }

  refuseBusy(): void {
    if (this.#state.is === 'busy') throw new Refusal('upload-busy', {})
  }

  /** The next piece of a file; `at` is how much of it is here already, so that a piece that comes twice counts once. */
  async write(name: string, at: number, piece: Buffer): Promise<number> {
    this.#refuseDone()
    const before = this.#sizes.get(name) ?? 0
    if (at !== 0 && at !== before) throw new Refusal('upload-piece-misplaced', { file: name, here: before })
    if (!this.#sizes.has(name) && this.#sizes.size >= mostFiles)
      throw new Refusal('upload-too-many-files', { most: mostFiles })
    const others = [...this.#sizes].reduce((sum, [other, size]) => sum + (other === name ? 0 : size), 0)
    if (others + at + piece.length > uploadLimit) throw new Refusal('upload-too-large', { bytes: uploadLimit })
    await this.#append(name, at, piece)
    this.#sizes.set(name, at + piece.length)
    this.#seen = null
    this.#state = { is: 'open' }
    return at + piece.length
  }

  async #append(name: string, at: number, piece: Buffer): Promise<void> {
    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 })
      const file = await open(join(this.#folder, name), at === 0 ? 'w' : 'r+', 0o600)
      try {
        await file.write(piece, 0, piece.length, at)
      } finally {
        await file.close()
      }
    } catch (error) {
      throw storageRefusal(error, this.#data.folder)
    }
  }

  /** Takes one file out; the others are to be read anew. */
  async drop(name: string): Promise<void> {
    this.#refuseDone()
    if (!this.#sizes.delete(name)) throw new Refusal('upload-file-unknown', { file: name })
    await rm(join(this.#folder, name), { force: true })
    this.#seen = this.#seen?.filter((file) => file.name !== name) ?? null
    this.#chosen = this.#chosen && this.#ofOwnFiles(this.#chosen)
    this.#state = { is: 'open' }
  }

  /** Begins to read the files as they were chosen to be read; `null`: as they propose it themselves. */
  read(chosen: Mapping | null, account: AskedAccount): void {
    this.#refuseDone()
    if (this.#sizes.size === 0) throw new Refusal('upload-empty', {})
    // Refused here with a sentence, before any file is read again.
    if (chosen) this.#chosen = this.#ofOwnFiles(parsedMapping(JSON.stringify(chosen), 'the reading'))
    refuseOtherAccount(this.#data.landing, account)
    this.#account = account
    this.#begin('Reading', true, async (progress) => {
      const files = await this.#looked(progress)
      const { landing, warehouse, folder } = this.#data
      const around = { landing, known: knownIn(warehouse), proposalFile: proposalFileIn(folder) }
      return { is: 'read', preview: await previewSeen(files, this.#choices(), around) }
    })
  }

  /** Begins to land and load what was read. */
  load(who: string): void {
    this.#refuseDone()
    if (this.#state.is !== 'read') throw new Refusal('upload-unread', {})
    const { preview } = this.#state
    if (preview.refusal) throw preview.refusal
    this.#begin('Landing', false, async (progress) => {
      const result = await importInto(this.#data, preview.files, this.#choices(), this.#effects, { progress, who })
      await this.remove()
      return { is: 'loaded', result }
    })
  }

  /** Nothing is settled for files that are not, or no longer, here. */
  #ofOwnFiles({ files }: Mapping): Mapping {
    return { files: Object.fromEntries(Object.entries(files).filter(([name]) => this.#sizes.has(name))) }
  }

  #choices(): ImportChoices {
    return { map: null, account: this.#account, ...(this.#chosen ? { chosen: this.#chosen } : {}) }
  }

  async #looked(progress: Progress): Promise<readonly SeenFile[]> {
    this.#seen ??= await lookAt(
      [...this.#sizes.keys()].toSorted().map((name) => join(this.#folder, name)),
      progress,
    )
    return this.#seen
  }

  #refuseDone(): void {
    this.refuseBusy()
    if (this.#state.is === 'loaded') throw new Refusal('upload-loaded', {})
  }

  #begin(doing: string, canStop: boolean, work: (progress: Progress) => Promise<UploadState>): void {
    const progress: Progress = ({ doing, done, of }) => {
      if (canStop && this.#unwanted) throw new Refusal('upload-unknown', { id: this.id })
      this.#state = { is: 'busy', doing, done, of: of ?? null, canStop }
    }
    progress({ doing, done: 0 })
    this.#work = work(progress).then(
      (state) => this.#end(state),
      (error: unknown) =>
        this.#end({
          is: 'failed',
          failed: told(storageRefusal(error, this.#data.folder), 'import', this.id, this.#effects),
        }),
    )
  }

  #end(state: UploadState): void {
    this.#state = state
    this.touch()
  }
}
