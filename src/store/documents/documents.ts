import { isDeepStrictEqual } from 'node:util'
import type { Asking } from '../../answer/index.ts'
import { type EditStep, Refusal } from '../../errors/index.ts'
import type { LandedRow, Landing, Revision } from '../../landing/index.ts'
import { stepInWords, stepsOf } from './history.ts'
import { contentOf, type Kind, versionOf } from './kind.ts'

/** The name that landing knows the product itself by. */
const self = 'plumbline'

export interface Document<C> {
  readonly id: string
  readonly revision: number
  readonly content: C
}

/** What a document was before it was one. */
export interface Earlier<C> {
  readonly at: string
  readonly by: string | null
  /** Null when it was deleted. */
  readonly content: C | null
}

/** What is there of a kind; what cannot be read is told, and stays. */
export interface Listed<C> {
  readonly documents: readonly Document<C>[]
  readonly unreadable: readonly Refusal[]
}

/** Which document, as who changes it saw it: revision 0 is none. Null changes it whatever it is by now. */
export interface Aim {
  readonly id: string
  readonly revision: number | null
}

/**
 * What people make in the product, in the landing zone: backup, restore, a kill and a rebuild are the same for it as for all
 * that is landed. One change at a time, so that each is held against the one before it.
 */
export class Documents {
  readonly #landing: Landing
  #turn: Promise<unknown> = Promise.resolve()

  constructor(landing: Landing) {
    this.#landing = landing
  }

  /** Those that the asking one sees, by id. */
  list<C>(kind: Kind<C>, asking: Asking): Listed<C> {
    const documents: Document<C>[] = []
    const unreadable: Refusal[] = []
    for (const revision of this.#landing.documents(kind.name).toSorted(byId)) {
      const content = readable(kind, revision)
      if (content instanceof Refusal) unreadable.push(content)
      else if (content !== null && kind.rights.sees(asking, content))
        documents.push({ id: revision.id, revision: revision.revision, content })
    }
    return { documents, unreadable }
  }

  /** Null when there is none that the asking one sees. */
  async find<C>(kind: Kind<C>, asking: Asking, id: string): Promise<Document<C> | null> {
    const latest = (await this.#known(kind, asking, id)).at(-1)
    const content = latest ? contentOf(kind, latest) : null
    if (!latest || content === null || !kind.rights.sees(asking, content)) return null
    return { id, revision: latest.revision, content }
  }

  /** Of one that is loaded so. */
  revisionOf<C>(kind: Kind<C>, asking: Asking, id: string, loaded: C): number {
    return numberOf(this.#knownWith(kind, asking, id, loaded))
  }

  /** Takes over what became of documents before they were some: of each that is not there yet, what it was in turn. */
  adopt<C>(kind: Kind<C>, earlier: ReadonlyMap<string, readonly Earlier<C>[]>): Promise<void> {
    return this.#inTurn(async () => {
      const unknown = [...earlier].filter(([id]) => this.#landing.document(kind.name, id) === null)
      const revisions = unknown.flatMap(([id, all]) =>
        all.map(({ at, by, content }, index): Revision => {
          const number = { revision: index + 1, version: versionOf(kind) }
          return { kind: kind.name, id, ...number, at, by, content: jsonOf(content) }
        }),
      )
      if (revisions.length > 0) await this.#landing.land(self, async (batch) => batch.revise(...revisions))
    })
  }

  /** What became of one that the asking one sees or saw, the newest first. */
  async history<C>(kind: Kind<C>, asking: Asking, id: string): Promise<readonly EditStep[]> {
    const revisions = await this.#whole(kind, asking, id)
    const last = revisions.findLast(({ content }) => content !== null)
    const content = last ? contentOf(kind, last) : null
    if (content === null || !kind.rights.sees(asking, content)) return []
    return stepsOf(kind, revisions).toReversed()
  }

  /** Makes a document or changes it; what is as it was is not written. */
  put<C>(kind: Kind<C>, asking: Asking, aim: Aim, content: C): Promise<Document<C>> {
    return this.#inTurn(async () => {
      const known = await this.#known(kind, asking, aim.id)
      const before = await this.#changeable(kind, asking, aim, known)
      refuseUnfit(kind, asking, content)
      if (before === null) this.#refuseMany(kind)
      if (isDeepStrictEqual(before, content)) return { id: aim.id, revision: numberOf(known), content }
      return { id: aim.id, revision: await this.#revise(kind, asking, aim.id, known, content), content }
    })
  }

  /** The document as it was. Its history stays, and it can be restored. */
  remove<C>(kind: Kind<C>, asking: Asking, aim: Aim): Promise<Document<C>> {
    return this.#inTurn(async () => {
      const known = await this.#known(kind, asking, aim.id)
      const content = await this.#changeable(kind, asking, aim, known)
      if (content === null) throw kind.unknown(aim.id)
      return { id: aim.id, revision: await this.#revise(kind, asking, aim.id, known, null), content }
    })
  }

  /** Makes a deleted document what it was last. One that is not deleted stays as it is. */
  restore<C>(kind: Kind<C>, asking: Asking, aim: Aim): Promise<Document<C>> {
    return this.#inTurn(async () => {
      const known = await this.#known(kind, asking, aim.id)
      const last = (await this.#whole(kind, asking, aim.id)).findLast(({ content }) => content !== null)
      const content = last ? contentOf(kind, last) : null
      if (content === null || !kind.rights.sees(asking, content)) throw kind.unknown(aim.id)
      const now = await this.#changeable(kind, asking, aim, known)
      if (now !== null) return { id: aim.id, revision: numberOf(known), content: now }
      refuseUnfit(kind, asking, content)
      this.#refuseMany(kind)
      return { id: aim.id, revision: await this.#revise(kind, asking, aim.id, known, content), content }
    })
  }

  /** What is there now, of who may change it and has seen it so; null for nothing. */
  async #changeable<C>(kind: Kind<C>, asking: Asking, aim: Aim, known: Known): Promise<C | null> {
    const latest = known.at(-1)
    const content = latest ? contentOf(kind, latest) : null
    if (content !== null && !kind.rights.sees(asking, content)) throw kind.unknown(aim.id)
    if (content !== null && !kind.rights.changes(asking, content)) throw kind.rights.refusal()
    if (aim.revision !== null && aim.revision !== numberOf(known)) throw await this.#stale(kind, asking, aim, known)
    return content
  }

  async #stale<C>(kind: Kind<C>, asking: Asking, { id, revision: seen }: Aim, known: Known): Promise<Refusal> {
    const all = stepsOf(kind, await this.#whole(kind, asking, id)).toReversed()
    const steps = all.filter(({ revision }) => revision > (seen ?? 0)).slice(0, toldSteps)
    const words = steps.map((step) => stepInWords(kind, step)).join('; ') || `it is at revision ${numberOf(known)} now`
    return new Refusal('document-stale', { kind: kind.title, id, revision: numberOf(known), steps, words })
  }

  #refuseMany<C>(kind: Kind<C>): void {
    const there = this.#landing.documents(kind.name).filter(({ content }) => content !== null).length
    if (there >= kind.most) throw new Refusal('documents-too-many', { kind: kind.title, most: kind.most })
  }

  async #known<C>(kind: Kind<C>, asking: Asking, id: string): Promise<Known> {
    return this.#knownWith(kind, asking, id, (await kind.imported?.find(asking, id)) ?? null)
  }

  /**
   * What landing has of it last, and what a file made of it since. While something is still to be loaded a row is older than
   * its document, and tells nothing.
   */
  #knownWith<C>(kind: Kind<C>, asking: Asking, id: string, loaded: C | null): Known {
    const kept = this.#landing.document(kind.name, id)
    if (loaded === null || (kept && (asking.warehouse.pending() > 0 || isKept(kind, kept, loaded))))
      return kept ? [kept] : []
    const told = {
      kind: kind.name,
      id,
      revision: (kept?.revision ?? 0) + 1,
      version: versionOf(kind),
      at: null,
      by: null,
    }
    return [...(kept ? [kept] : []), { ...told, content: jsonOf(loaded) }]
  }

  async #whole<C>(kind: Kind<C>, asking: Asking, id: string): Promise<Known> {
    const kept = await this.#landing.revisions(kind.name, id)
    const newest = kept.at(-1)?.revision ?? 0
    return [...kept, ...(await this.#known(kind, asking, id)).filter(({ revision }) => revision > newest)]
  }

  /** Lands the next revision with all before it that landing lacks, and with the rows that figures are made from. */
  async #revise<C>(kind: Kind<C>, asking: Asking, id: string, known: Known, content: C | null): Promise<number> {
    const kept = this.#landing.document(kind.name, id)?.revision ?? 0
    const [revision, at] = [numberOf(known) + 1, this.#landing.time()]
    const next = { kind: kind.name, id, revision, version: versionOf(kind), at, by: asking.viewer.id }
    await this.#landing.land(self, async (batch) => {
      batch.revise(...known.filter((one) => one.revision > kept), { ...next, content: jsonOf(content) })
      if (!kind.lands) return
      const row: LandedRow = content === null ? { id, _deleted: 'true' } : { id, ...kind.lands.row(content, at) }
      await batch.write(kind.lands.stream, Object.keys(row), [row])
    })
    return revision
  }

  #inTurn<R>(work: () => Promise<R>): Promise<R> {
    const turn = this.#turn.catch(() => {}).then(work)
    this.#turn = turn
    return turn
  }
}

/** Revisions in their order; the last one counts. */
type Known = readonly Revision[]

/** More of what was changed meanwhile is not told in a refusal. */
const toldSteps = 10

const numberOf = (known: Known): number => known.at(-1)?.revision ?? 0

const byId = (one: Revision, other: Revision): number => (one.id < other.id ? -1 : 1)

function isKept<C>(kind: Kind<C>, kept: Revision, loaded: C): boolean {
  const content = contentOf(kind, kept)
  return content !== null && kind.imported?.isSame(content, loaded) === true
}

/** As a record holds it. */
const jsonOf = (content: unknown): Revision['content'] => JSON.parse(JSON.stringify(content))

function refuseUnfit<C>(kind: Kind<C>, asking: Asking, content: C): void {
  if (!kind.rights.changes(asking, content)) throw kind.rights.refusal()
  const bytes = Buffer.byteLength(JSON.stringify(content))
  if (bytes > kind.mostBytes) throw new Refusal('document-too-large', { kind: kind.title, bytes: kind.mostBytes })
  kind.check?.(asking, content)
}

/** Whatever else is wrong is a bug. */
function readable<C>(kind: Kind<C>, revision: Revision): C | null | Refusal {
  try {
    return contentOf(kind, revision)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}
