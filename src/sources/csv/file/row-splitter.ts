import type { Dialect } from './dialect.ts'

/** One row of a text, as bytes parted into cells. */
export interface SplitRow {
  readonly cells: readonly string[]
  /** Line ends within its cells. */
  readonly lineEnds: number
}

export interface Splitter {
  /** The rows that are whole with these bytes. */
  push(bytes: Buffer): readonly SplitRow[]
  /** The last row, which no line end closes; null when nothing is left. */
  end(): SplitRow | null
  /** Bytes of a row that is not whole yet. */
  pending(): number
  /** Whether what is left begins a quote that nothing closes. */
  isQuoted(): boolean
}

const [lineFeed, carriageReturn] = [10, 13]

/**
 * Parts UTF-8 into rows and cells. A row without quotes is cut by the engine's own `split`, all others letter by letter;
 * a quote inside a cell that did not begin with one is a letter, and so are both where a letter follows the second.
 */
export function rowSplitter({ separator, quote }: Dialect): Splitter {
  let rest: Buffer = Buffer.alloc(0)
  let isQuoted = false
  const signs = { separator: separator.charCodeAt(0), quote: quote.charCodeAt(0) }
  return {
    push(bytes) {
      const buffer = rest.length === 0 ? bytes : Buffer.concat([rest, bytes])
      const rows: SplitRow[] = []
      const scan = new Scan(buffer, separator, signs, false)
      for (let row = scan.next(); row; row = scan.next()) rows.push(row)
      rest = buffer.subarray(scan.at)
      return rows
    },
    end() {
      const scan = new Scan(rest, separator, signs, true)
      const row = rest.length === 0 ? null : scan.next()
      isQuoted = scan.isQuoted
      rest = rest.subarray(row === null ? rest.length : scan.at)
      return row
    },
    pending: () => rest.length,
    isQuoted: () => isQuoted,
  }
}

interface Signs {
  readonly separator: number
  readonly quote: number
}

/** A way through bytes that stops before a row that is not whole. */
class Scan {
  /** Where the next row begins. */
  at = 0
  isQuoted = false
  #cellEnd = 0
  readonly #bytes: Buffer
  readonly #separator: string
  readonly #signs: Signs
  readonly #isLast: boolean
  readonly #nextFeed: Finder
  readonly #nextReturn: Finder
  readonly #nextQuote: Finder

  constructor(bytes: Buffer, separator: string, signs: Signs, isLast: boolean) {
    this.#bytes = bytes
    this.#separator = separator
    this.#signs = signs
    this.#isLast = isLast
    this.#nextFeed = finder(bytes, lineFeed)
    this.#nextReturn = finder(bytes, carriageReturn)
    this.#nextQuote = finder(bytes, signs.quote)
  }

  next(): SplitRow | null {
    if (this.at >= this.#bytes.length) return null
    const end = Math.min(this.#nextFeed(this.at), this.#nextReturn(this.at))
    if (this.#nextQuote(this.at) < end) return this.#quotedRow()
    const after = this.#afterLineEnd(end)
    if (after === null) return null
    const cells = this.#text(this.at, end).split(this.#separator)
    this.at = after
    return { cells, lineEnds: 0 }
  }

  /** Null where it may go on in the bytes that come. */
  #afterLineEnd(end: number): number | null {
    const { length } = this.#bytes
    if (end >= length || (end === length - 1 && this.#bytes[end] === carriageReturn))
      return this.#isLast ? length : null
    return this.#bytes[end] === carriageReturn && this.#bytes[end + 1] === lineFeed ? end + 2 : end + 1
  }

  #quotedRow(): SplitRow | null {
    const cells: string[] = []
    let from = this.at
    for (;;) {
      from = this.#plainCells(from, cells)
      const cell = this.#cell(from)
      if (cell === null) return null
      cells.push(cell)
      from = this.#cellEnd + 1
      if (this.#bytes[this.#cellEnd] !== this.#signs.separator) break
    }
    const after = this.#afterLineEnd(this.#cellEnd)
    if (after === null) return null
    this.at = after
    return { cells, lineEnds: lineEndsIn(cells) }
  }

  /** Cuts the cells that end before the next quote or line end all at once; gives where the next cell begins. */
  #plainCells(from: number, into: string[]): number {
    const end = Math.min(this.#nextQuote(from), this.#nextFeed(from), this.#nextReturn(from))
    const last = end === from ? -1 : this.#bytes.lastIndexOf(this.#signs.separator, end - 1)
    if (last < from) return from
    for (const cell of this.#text(from, last).split(this.#separator)) into.push(cell)
    return last + 1
  }

  /** Null where its end is still to come. */
  #cell(from: number): string | null {
    if (this.#bytes[from] !== this.#signs.quote) return this.#endCell(from) ? this.#text(from, this.#cellEnd) : null
    const closing = this.#closingQuote(from + 1)
    if (closing === null || !this.#endCell(closing + 1)) return null
    const quote = String.fromCharCode(this.#signs.quote)
    const inner = this.#text(from + 1, closing).replaceAll(quote + quote, quote)
    return closing + 1 === this.#cellEnd ? inner : quote + inner + this.#text(closing, this.#cellEnd)
  }

  #text(from: number, end: number): string {
    return this.#bytes.toString('utf8', from, end)
  }

  /** Finds the separator or line end behind the cell; false where that is still to come. */
  #endCell(from: number): boolean {
    let at = from
    while (at < this.#bytes.length && !this.#endsCell(at)) at++
    this.#cellEnd = at
    return at < this.#bytes.length || this.#isLast
  }

  /** Two quotes are a letter. */
  #closingQuote(from: number): number | null {
    const { length } = this.#bytes
    let at = this.#nextQuote(from)
    while (at < length && this.#bytes[at + 1] === this.#signs.quote) at = this.#nextQuote(at + 2)
    this.isQuoted = at >= length
    return at < length - (this.#isLast ? 0 : 1) ? at : null
  }

  #endsCell(at: number): boolean {
    const byte = this.#bytes[at]
    return byte === this.#signs.separator || byte === lineFeed || byte === carriageReturn
  }
}

/** Where a byte stands next, asked from left to right; the length where it comes no more. */
type Finder = (from: number) => number

function finder(bytes: Buffer, byte: number): Finder {
  let found = -1
  return (from) => {
    if (found < from) {
      const at = bytes.indexOf(byte, from)
      found = at < 0 ? bytes.length : at
    }
    return found
  }
}

/** Line ends within the cells of a row. */
export function lineEndsIn(cells: readonly string[]): number {
  let ends = 0
  for (const cell of cells) if (cell.includes('\n') || cell.includes('\r')) ends += cell.split(/\r\n|\n|\r/).length - 1
  return ends
}
