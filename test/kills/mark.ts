/** Stands in each row that is written: which write it belongs to, and which of how many rows of that write it is. */
export const mark = (write: number, part: number, of: number): string => `write-${write}-${part}-${of}`

export const marksOf = (write: number, of: number): readonly string[] =>
  Array.from({ length: of }, (_, part) => mark(write, part, of))

const parse = (text: string) => {
  const [, write, , of] = /^write-(\d+)-(\d+)-(\d+)$/.exec(text) ?? []
  if (write === undefined) throw new Error(`not a mark: ${text}`)
  return { write: Number(write), of: Number(of) }
}

/** What is there of the writes, by number. */
export interface Found {
  /** All of its rows, each at least once. */
  readonly whole: ReadonlySet<number>
  /** Some of its rows and not all. */
  readonly torn: readonly number[]
  /** A row more than once. */
  readonly doubled: readonly number[]
}

export function foundIn(marks: Iterable<string>): Found {
  const writes = new Map<number, { readonly of: number; readonly times: Map<string, number> }>()
  for (const text of marks) {
    const { write, of } = parse(text)
    const entry = writes.getOrInsertComputed(write, () => ({ of, times: new Map() }))
    entry.times.set(text, (entry.times.get(text) ?? 0) + 1)
  }
  const entries = [...writes]
  const those = (is: (of: number, times: Map<string, number>) => boolean) =>
    entries.filter(([, { of, times }]) => is(of, times)).map(([write]) => write)
  return {
    whole: new Set(those((of, times) => times.size === of)),
    torn: those((of, times) => times.size !== of),
    doubled: those((_, times) => [...times.values()].some((count) => count > 1)),
  }
}
