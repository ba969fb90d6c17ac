/** How the cells of a file are parted. */
export interface Dialect {
  readonly separator: string
  readonly quote: '"' | "'"
}

export const separatorNames: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
}

/** The separator that parts the first lines into the same number of cells, and into most of them. */
export function dialectOf(sample: string, whole: boolean): Dialect {
  const text = sample.replace(/\r\n?/g, '\n')
  const quote = quoteOf(text)
  const scored = Object.keys(separatorNames).map((separator) => ({
    separator,
    score: evenness(cellCounts(text, separator, quote, whole)),
  }))
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a))
  return { separator: best.score > 0 ? best.separator : ',', quote }
}

function quoteOf(sample: string): '"' | "'" {
  const wrapped = (quote: string) =>
    sample.match(new RegExp(`(?:^|[,;\\t|])${quote}[^${quote}\n]*${quote}(?=[,;\\t|\\r\\n])`, 'gm'))
  return !sample.includes('"') && (wrapped("'")?.length ?? 0) > 2 ? "'" : '"'
}

/** Cells in each line that holds anything, where quotes hide separators and line ends. A torn last line does not count. */
function cellCounts(sample: string, separator: string, quote: string, whole: boolean): readonly number[] {
  const counts: number[] = []
  let line = { cells: 1, letters: 0 }
  let quoted = false
  const end = (): void => {
    if (line.letters > 0) counts.push(line.cells)
    line = { cells: 1, letters: 0 }
  }
  for (const letter of sample) {
    if (letter === '\n' && !quoted) end()
    else line.letters++
    if (letter === quote) quoted = !quoted
    else if (letter === separator && !quoted) line.cells++
  }
  if (whole) end()
  return counts
}

/** Share of the lines that have the commonest number of cells, more for more cells; 0 when most lines are not parted. */
function evenness(counts: readonly number[]): number {
  const parted = counts.filter((cells) => cells > 1)
  if (parted.length * 2 <= counts.length) return 0
  const lines = [...Map.groupBy(parted, (cells) => cells)].map(
    ([cells, same]) => (same.length / counts.length) * (2 - 1 / cells),
  )
  return Math.max(...lines)
}
