import type { BatchRecord } from './batch-record.ts'
import { documentKey, type Revision } from './revision.ts'

export interface LandedDocument {
  readonly latest: Revision
  /** The numbers of the batches that its revisions are in. */
  readonly batches: readonly number[]
}

/** The documents as they are; what they were stays in the records, which say it when it is asked for. */
export class LandedDocuments {
  readonly #kept = new Map<string, LandedDocument>()

  enter({ number, documents = [] }: BatchRecord): void {
    for (const latest of documents) this.#enterOne(latest, number)
  }

  snapshot(): readonly LandedDocument[] {
    return [...this.#kept.values()]
  }

  restore(documents: readonly LandedDocument[]): void {
    for (const document of documents) this.#kept.set(documentKey(document.latest.kind, document.latest.id), document)
  }

  latest(kind: string, id: string): Revision | null {
    return this.#kept.get(documentKey(kind, id))?.latest ?? null
  }

  /** Also those that were deleted. */
  all(kind: string): readonly Revision[] {
    return [...this.#kept.values()].map(({ latest }) => latest).filter((latest) => latest.kind === kind)
  }

  batchesOf(kind: string, id: string): readonly number[] {
    return this.#kept.get(documentKey(kind, id))?.batches ?? []
  }

  #enterOne(latest: Revision, number: number): void {
    const key = documentKey(latest.kind, latest.id)
    const batches = this.#kept.get(key)?.batches ?? []
    this.#kept.set(key, { latest, batches: batches.at(-1) === number ? batches : [...batches, number] })
  }
}
