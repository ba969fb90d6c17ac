import type { LandedRow } from '../../../landing/index.ts'
import type { PipelineObject } from '../../../model/index.ts'
import { folded, idFrom } from '../names.ts'

/** Pipelines that files list for other records than deals, by object and name. */
export class OtherPipelines {
  readonly #ids = new Map<string, string>()
  readonly #rows = new Map<string, LandedRow>()

  idOf(name: string, object: PipelineObject): string {
    return this.#ids.get(keyOf(name, object)) ?? this.#add(idFrom(object, name), name, object)
  }

  meet(id: string | null, name: string, object: PipelineObject): void {
    if (id === null) this.idOf(name, object)
    else this.#add(id, name, object)
  }

  has(id: string): boolean {
    return this.#rows.has(id)
  }

  rows(): readonly LandedRow[] {
    return [...this.#rows.values()]
  }

  #add(id: string, label: string, object: PipelineObject): string {
    this.#ids.set(keyOf(label, object), id)
    this.#rows.set(id, { id, label, object })
    return id
  }
}

const keyOf = (name: string, object: PipelineObject): string => `${object} ${folded(name)}`
