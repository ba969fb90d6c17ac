/** Counts what a process acknowledges, and lets others wait for it. */
export class Acknowledged {
  readonly writes: number[] = []
  #ended = false
  readonly #waiting = new Set<() => void>()

  add(write: number): void {
    this.writes.push(write)
    this.#tell()
  }

  /** No more will come. */
  end(): void {
    this.#ended = true
    this.#tell()
  }

  until(count: number): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (this.writes.length < count && !this.#ended) return
        this.#waiting.delete(look)
        resolve()
      }
      this.#waiting.add(look)
      look()
    })
  }

  #tell(): void {
    for (const look of [...this.#waiting]) look()
  }
}
