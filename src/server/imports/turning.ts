import { setTimeout } from 'node:timers/promises'
import type { DataFolder } from '../../data-folder.ts'
import type { Effects, Progress } from '../../effects.ts'
import { Refusal, storageRefusal } from '../../errors/index.ts'
import { refuseUnfit, type Turning, turnImport } from '../../taking-back.ts'
import { type Failed, told } from '../told.ts'

const followEveryMs = 500

interface OfImport {
  readonly number: number
  readonly turning: Turning
}

/** What is being taken back, or counted again, and what came of the last of it. */
export type TurningState =
  | { readonly is: 'quiet' }
  | (OfImport & { readonly is: 'busy'; readonly doing: string; readonly done: number; readonly of: number | null })
  | (OfImport & { readonly is: 'turned' })
  | (OfImport & { readonly is: 'failed'; readonly failed: Failed })

/** Takes one import back after another; asked after, and not waited for. */
export class ImportTurns {
  readonly #data: DataFolder
  readonly #effects: Effects
  #state: TurningState = { is: 'quiet' }
  #work: Promise<void> = Promise.resolve()

  constructor(data: DataFolder, effects: Effects) {
    this.#data = data
    this.#effects = effects
  }

  get state(): TurningState {
    return this.#state
  }

  begin(number: number, turning: Turning): void {
    const { access, folder, landing } = this.#data
    if (access === 'read') throw new Refusal('folder-read-only', { folder })
    if (this.#state.is === 'busy') throw new Refusal('import-turning', { number: this.#state.number })
    refuseUnfit(landing, number, turning)
    const of = { number, turning }
    const progress: Progress = ({ doing, done, of: all }) => {
      this.#state = { ...of, is: 'busy', doing, done, of: all ?? null }
    }
    progress({ doing: turning === 'undo' ? 'Taking back' : 'Counting again', done: 0 })
    this.#work = turnImport(this.#data, number, turning, this.#effects, progress).then(
      () => this.#end({ ...of, is: 'turned' }),
      (error: unknown) => this.#end({ ...of, is: 'failed', failed: this.#told(error, of) }),
    )
  }

  /** Waits a moment for what is going on, so that who follows it need not ask all the time. */
  async awaited(): Promise<TurningState> {
    await Promise.race([this.#work, setTimeout(followEveryMs, null, { ref: false })])
    return this.#state
  }

  settled(): Promise<void> {
    return this.#work
  }

  #end(state: TurningState): void {
    this.#state = state
  }

  #told(error: unknown, { number, turning }: OfImport): Failed {
    return told(storageRefusal(error, this.#data.folder), `import ${turning}`, `import ${number}`, this.#effects)
  }
}
