import type { Dialect } from '../../facts/index.ts'
import type { Kind, Value } from '../../model/index.ts'

/** The values of a whole statement, in the order of their placeholders; equal values share one. */
export class Bindings {
  readonly values: Value[] = []
  readonly #placed = new Map<string, string>()
  readonly #dialect: Dialect

  constructor(dialect: Dialect) {
    this.#dialect = dialect
  }

  bind(value: Value, kind: Kind): string {
    const key = `${kind} ${typeof value} ${value}`
    const placed = this.#placed.get(key) ?? this.#dialect.parameter(this.values.push(value), kind)
    this.#placed.set(key, placed)
    return placed
  }
}
