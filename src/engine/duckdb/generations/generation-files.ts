import { constants, existsSync } from 'node:fs'
import { copyFile, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The files of a warehouse folder: one DuckDB file a generation, and a pointer to the one that answers. */
export class GenerationFiles {
  readonly folder: string
  /** Where new rows come in. */
  readonly staging: string
  /** Where the engine puts what does not fit in memory. */
  readonly scratch: string
  readonly #pointer: string

  constructor(folder: string) {
    this.folder = folder
    this.staging = join(folder, 'staging.duckdb')
    this.scratch = join(folder, 'scratch')
    this.#pointer = join(folder, 'current')
  }

  file(generation: number): string {
    return join(this.folder, `generation-${generation}.duckdb`)
  }

  /** The generation that answers; null when there is none, or its file is gone. */
  async current(): Promise<number | null> {
    const name = await readFile(this.#pointer, 'utf8').catch(() => '')
    const generation = Number(/^generation-(\d+)\.duckdb\n$/.exec(name)?.[1] ?? Number.NaN)
    return Number.isInteger(generation) && existsSync(this.file(generation)) ? generation : null
  }

  async make(): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 })
  }

  /** The highest number in use, also of files that were set aside; 0 when there is none. */
  async newest(): Promise<number> {
    const names = await readdir(this.folder)
    return Math.max(0, ...names.map((name) => Number(/^generation-(\d+)/.exec(name)?.[1] ?? 0)))
  }

  /** From here on this generation answers: whoever reads the pointer sees the old name or the new one, whole. */
  async pointTo(generation: number): Promise<void> {
    const part = `${this.#pointer}.part`
    try {
      await writeFile(part, `generation-${generation}.duckdb\n`, { flush: true })
      await rename(part, this.#pointer)
    } catch (error) {
      await this.#remove(part)
      throw error
    }
    const folder = await open(this.folder, 'r')
    await folder.sync()
    await folder.close()
  }

  /** The same again under another name, with what its log holds; nobody may write into it meanwhile. Quick where files can share their blocks. */
  async copy(generation: number, to: string): Promise<void> {
    const log = `${this.file(generation)}.wal`
    await copyFile(this.file(generation), to, constants.COPYFILE_FICLONE)
    if (existsSync(log)) await copyFile(log, `${to}.wal`, constants.COPYFILE_FICLONE)
  }

  /** What killed runs left behind. Files that were set aside stay. */
  async removeAllBut(generation: number | null): Promise<void> {
    const kept = generation === null ? 'none' : `generation-${generation}.duckdb`
    for (const name of await readdir(this.folder)) {
      const ours = /^(generation-\d+|staging)\.duckdb(\.wal)?$|^scratch$|\.part$/.test(name)
      if (ours && name !== kept && name !== `${kept}.wal`) await this.#remove(join(this.folder, name))
    }
  }

  async remove(file: string): Promise<void> {
    await this.#remove(file)
    await this.#remove(`${file}.wal`)
  }

  /** Keeps a file that cannot be opened, for whoever wants to know why. */
  async setAside(generation: number, at: Temporal.Instant): Promise<string> {
    const time = at.toString({ smallestUnit: 'second' }).replaceAll(':', '')
    for (const file of [this.file(generation), `${this.file(generation)}.wal`]) {
      if (existsSync(file)) await rename(file, `${file}.damaged-${time}`)
    }
    return `${this.file(generation)}.damaged-${time}`
  }

  #remove(path: string): Promise<void> {
    return rm(path, { recursive: true, force: true })
  }
}
