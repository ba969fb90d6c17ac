import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DataFolder } from '../../data-folder.ts'
import type { Effects } from '../../effects.ts'
import { Refusal } from '../../errors/index.ts'
import { Upload } from './upload.ts'

/** So many can be open at once; more are refused until one is loaded, let go or forgotten. */
const mostOpen = 8

/** An upload that nobody touched for so long is forgotten. */
const forgottenAfter = Temporal.Duration.from({ hours: 1 })

const lookEveryMs = 60_000

/** Files that were handed in and are not imported yet. They live as long as this process, at most. */
export class Uploads {
  readonly #data: DataFolder
  readonly #effects: Effects
  readonly #open = new Map<string, Upload>()
  #timer: NodeJS.Timeout | null = null
  #cleared: Promise<void> | null = null

  constructor(data: DataFolder, effects: Effects) {
    this.#data = data
    this.#effects = effects
  }

  async begin(): Promise<Upload> {
    if (this.#data.access === 'read') throw new Refusal('folder-read-only', { folder: this.#data.folder })
    await this.clearOfEarlier()
    await this.forget()
    if (this.#open.size >= mostOpen) throw new Refusal('uploads-too-many', { most: mostOpen })
    const id = randomUUID()
    const upload = new Upload(id, join(this.#folder, id), this.#data, this.#effects)
    this.#open.set(id, upload)
    this.#timer ??= setInterval(() => void this.forget(), lookEveryMs).unref()
    return upload
  }

  find(id: string): Upload {
    const upload = this.#open.get(id)
    if (!upload) throw new Refusal('upload-unknown', { id })
    upload.touch()
    return upload
  }

  /** One after the other: each looks names up in what the others loaded. */
  load(id: string, who: string): Upload {
    const upload = this.find(id)
    for (const one of this.#open.values()) one.refuseBusy()
    upload.load(who)
    return upload
  }

  async discard(id: string): Promise<void> {
    const upload = this.find(id)
    await upload.stop()
    this.#open.delete(id)
    await upload.remove()
  }

  /** What an earlier process left. */
  clearOfEarlier(): Promise<void> {
    this.#cleared ??=
      this.#data.access === 'write' ? rm(this.#folder, { recursive: true, force: true }) : Promise.resolve()
    return this.#cleared
  }

  /** Lets go of what nobody touched for long. */
  async forget(): Promise<void> {
    const before = this.#effects.now().subtract(forgottenAfter)
    const old = [...this.#open.values()].filter((upload) => upload.isIdleSince(before))
    for (const upload of old) this.#open.delete(upload.id)
    await Promise.all(old.map((upload) => upload.remove()))
  }

  /** Waits for a load that is under way: the data folder is let go of after it. */
  async close(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer)
    await Promise.all([...this.#open.values()].map((upload) => upload.settled()))
    this.#open.clear()
    if (this.#cleared && this.#data.access === 'write') await rm(this.#folder, { recursive: true, force: true })
  }

  get #folder(): string {
    return join(this.#data.folder, 'uploads')
  }
}
