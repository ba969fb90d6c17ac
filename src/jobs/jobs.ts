import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Asking, Viewer } from '../answer/index.ts'
import type { Effects } from '../effects.ts'
import { ourFault, Refusal, storageRefusal } from '../errors/index.ts'
import type { Gauge } from '../gauge.ts'
import type { AnyKind } from './catalogue.ts'
import { hasEnded, type Job, type JobState, jobStates } from './job.ts'
import { clearJob, folderOf, keepJob, readJobs, removeJob } from './job-files.ts'
import type { Made, Step } from './kind.ts'

/** Where jobs are kept, and what they are done with. */
export interface Surroundings {
  readonly folder: string
  readonly access: 'read' | 'write'
  readonly effects: Effects
  readonly kinds: ReadonlyMap<string, AnyKind>
  /** With the rights that somebody has now; null when they have none any more. */
  readonly askingOf: (by: string, at: Temporal.Instant, signal: AbortSignal) => Asking | null
}

/** Begun and not ended; more are refused. */
const mostOpen = 20

/** Ended ones; the oldest goes, with what it made. */
const mostEnded = 50

/** A job that was broken off so often at one place is not begun again: it may be what breaks the process. */
const mostTries = 5

interface Run {
  readonly stop: AbortController
  readonly ended: Promise<void>
}

const cancelled = new Error('cancelled')
const stopping = new Error('stopping')

/** Long work: it is kept, goes on after the process was ended or killed, says how far it is, and can be cancelled. */
export class Jobs {
  readonly gauges: readonly Gauge[]
  readonly #around: Surroundings
  readonly #jobs = new Map<string, Job>()
  readonly #runs = new Map<string, Run>()
  readonly #ended: Record<string, number> = { done: 0, failed: 0, cancelled: 0 }
  #closing = false
  /** Not kept yet. */
  #beginning = 0

  constructor(around: Surroundings) {
    this.#around = around
    this.gauges = [
      {
        name: 'plumbline_jobs',
        help: 'Long work that is kept, by its state.',
        kind: 'gauge',
        label: 'state',
        value: () => this.#counted(),
      },
      {
        name: 'plumbline_jobs_ended_total',
        help: 'Long work that this process ended, by how it ended.',
        kind: 'counter',
        label: 'state',
        value: () => this.#ended,
      },
    ]
  }

  /** Finds what earlier processes left, and goes on with it. */
  async open(): Promise<void> {
    for (const job of await readJobs(this.#around.folder)) this.#jobs.set(job.id, job)
    if (this.#around.access === 'read') return
    for (const job of this.#jobs.values())
      if (job.state === 'running') this.#jobs.set(job.id, { ...job, state: 'waiting', resumed: job.resumed + 1 })
    this.#startNext()
  }

  /** Those that somebody began, or all of them for who may know of all; the latest first. */
  list(viewer: Viewer): readonly Job[] {
    return [...this.#jobs.values()].filter((job) => mayKnow(viewer, job)).toReversed()
  }

  find(viewer: Viewer, id: string): Job {
    const job = this.#jobs.get(id)
    if (!job || !mayKnow(viewer, job)) throw new Refusal('job-unknown', { id })
    return job
  }

  /** The file that a job made, for who began it alone: it was made with their rights. */
  fileOf(viewer: Viewer, id: string): { readonly path: string; readonly name: string; readonly contentType: string } {
    const job = this.find(viewer, id)
    if (job.by !== viewer.id) throw new Refusal('job-not-yours', {})
    if (!job.file || !job.path) throw new Refusal('job-without-file', { state: job.state })
    return { ...job.file, path: join(folderOf(this.#around.folder, job), job.path) }
  }

  async begin(kindName: string, input: unknown, asking: Asking): Promise<Job> {
    const { folder, access, kinds } = this.#around
    if (access === 'read') throw new Refusal('folder-read-only', { folder })
    const kind = kinds.get(kindName)
    if (!kind) throw new Refusal('job-kind-unknown', { kind: kindName })
    this.#refuseMany()
    this.#beginning += 1
    try {
      const job = await this.#begun(kind, kind.input.parse(input), asking)
      await this.#forgetOld()
      this.#startNext()
      return this.#jobs.get(job.id) ?? job
    } catch (error) {
      throw storageRefusal(error, folder)
    } finally {
      this.#beginning -= 1
    }
  }

  /** Ends one that has not ended, and lets go of one that has, with what it made. */
  async remove(viewer: Viewer, id: string): Promise<Job> {
    const job = this.find(viewer, id)
    if (this.#around.access === 'read') throw new Refusal('folder-read-only', { folder: this.#around.folder })
    const run = this.#runs.get(id)
    run?.stop.abort(cancelled)
    await run?.ended
    if (hasEnded(job)) await this.#forget(job)
    else if (!run) await this.#end(job, 'cancelled', null)
    return this.#jobs.get(id) ?? job
  }

  /** Breaks off what is under way, so that the next process goes on with it. */
  async close(): Promise<void> {
    this.#closing = true
    for (const { stop } of this.#runs.values()) stop.abort(stopping)
    await this.settled()
  }

  /** When nothing is under way any more. */
  async settled(): Promise<void> {
    while (this.#runs.size > 0) await Promise.all([...this.#runs.values()].map(({ ended }) => ended))
  }

  async #begun(kind: AnyKind, input: unknown, asking: Asking): Promise<Job> {
    await kind.check(input, asking)
    const what = {
      id: randomUUID(),
      kind: kind.name,
      title: kind.title(input),
      by: asking.viewer.id,
      input: jsonOf(input),
    }
    return this.#keep({ ...what, ...begun, begunAt: this.#around.effects.now().toString() })
  }

  #counted(): Readonly<Record<string, number>> {
    const all = [...this.#jobs.values()]
    return Object.fromEntries(jobStates.map((state) => [state, all.filter((job) => job.state === state).length]))
  }

  #refuseMany(): void {
    const open = [...this.#jobs.values()].filter((job) => !hasEnded(job)).length
    if (open + this.#beginning >= mostOpen) throw new Refusal('jobs-too-many', { most: mostOpen })
  }

  #startNext(): void {
    if (this.#closing) return
    const isNext = ({ id, state }: Job) => state === 'waiting' && !this.#runs.has(id)
    for (const job of [...this.#jobs.values()].filter(isNext)) {
      const kind = this.#around.kinds.get(job.kind)
      const working = [...this.#runs.keys()].filter((id) => this.#jobs.get(id)?.kind === job.kind).length
      if (kind && working >= kind.atOnce) continue
      const stop = new AbortController()
      const ended = this.#work(job, kind, stop.signal).finally(() => {
        this.#runs.delete(job.id)
        this.#startNext()
      })
      this.#runs.set(job.id, { stop, ended })
    }
  }

  /** From beginning to end, whatever happens: an error is what became of the job. */
  async #work(job: Job, kind: AnyKind | undefined, signal: AbortSignal): Promise<void> {
    try {
      if (!kind) throw new Refusal('job-kind-unknown', { kind: job.kind })
      if (job.tries >= mostTries) throw new Refusal('job-broken-off', { times: job.tries })
      const running = await this.#keep({ ...job, state: 'running', tries: job.tries + 1 })
      const made = await this.#steps(running, kind, signal)
      await this.#end(this.#jobs.get(job.id) ?? running, 'done', made)
    } catch (error) {
      await this.#failed(this.#jobs.get(job.id) ?? job, error, signal)
    }
  }

  async #steps(job: Job, kind: AnyKind, signal: AbortSignal): Promise<Made | null> {
    const { folder, askingOf } = this.#around
    const asking = askingOf(job.by, Temporal.Instant.from(job.begunAt), signal)
    if (!asking) throw new Refusal('job-without-rights', {})
    const cursor = job.cursor === null ? null : kind.cursor.parse(job.cursor)
    const input = kind.input.parse(job.input)
    const steps = kind.run({ input, cursor, asking, folder: folderOf(folder, job) })
    try {
      for (;;) {
        signal.throwIfAborted()
        const next = await steps.next()
        if (next.done) return next.value
        await this.#keep(stepped(this.#jobs.get(job.id) ?? job, next.value))
      }
    } finally {
      await steps.return(null)
    }
  }

  async #failed(job: Job, error: unknown, signal: AbortSignal): Promise<void> {
    if (signal.aborted && signal.reason === stopping) return this.#leave(job)
    if (signal.aborted) return this.#end(job, 'cancelled', null)
    const refused = storageRefusal(error, this.#around.folder)
    const of = {
      job: job.id,
      kind: job.kind,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }
    if (!(refused instanceof Refusal)) this.#around.effects.log('job failed', of)
    const why = refused instanceof Refusal ? refused.message : ourFault(job.id)
    await this.#end({ ...job, why }, 'failed', null)
  }

  /** The end of the process is no fault of the job. */
  async #leave(job: Job): Promise<void> {
    await this.#keep({ ...job, tries: Math.max(0, job.tries - 1) }).catch(() => {})
  }

  /** On a full disk the end is told and not kept: then the next process goes on with it. */
  async #end(job: Job, state: JobState, made: Made | null): Promise<void> {
    const { folder, effects } = this.#around
    const file = made && { name: made.name, contentType: made.contentType, bytes: made.bytes }
    const ended: Job = { ...job, state, file, path: made?.path ?? null, endedAt: effects.now().toString() }
    this.#jobs.set(job.id, ended)
    this.#ended[state] = (this.#ended[state] ?? 0) + 1
    try {
      await keepJob(folder, ended)
      if (!made) await clearJob(folder, ended)
    } catch (error) {
      effects.log('job not kept', { job: job.id, error: String(error) })
    }
  }

  async #keep(job: Job): Promise<Job> {
    await keepJob(this.#around.folder, job)
    this.#jobs.set(job.id, job)
    return job
  }

  async #forgetOld(): Promise<void> {
    const ended = [...this.#jobs.values()].filter(hasEnded)
    for (const job of ended.slice(0, Math.max(0, ended.length - mostEnded))) await this.#forget(job)
  }

  async #forget(job: Job): Promise<void> {
    await removeJob(this.#around.folder, job)
    this.#jobs.delete(job.id)
  }
}

const begun = {
  state: 'waiting',
  endedAt: null,
  doing: 'Waiting',
  done: 0,
  of: null,
  resumed: 0,
  why: null,
  file: null,
  path: null,
  cursor: null,
  tries: 0,
} as const

/** A step forward is worth as many tries again. */
const stepped = (job: Job, { doing, done, of, cursor }: Step<unknown>): Job => ({
  ...job,
  doing,
  done,
  of,
  cursor: jsonOf(cursor),
  tries: 1,
})

const jsonOf = (value: unknown): Job['input'] => JSON.parse(JSON.stringify(value))

const mayKnow = ({ id, rights }: Viewer, job: Job): boolean => rights.may('know-all-jobs') || job.by === id
