import iconv from 'iconv-lite'
import { Refusal } from '../../../errors/index.ts'
import { type ColumnProfile, profiling } from '../columns/column-profile.ts'
import { dialectOf } from './dialect.ts'
import { readBytes } from './file-bytes.ts'
import { foreignText } from './foreign-format.ts'
import type { FoundFile } from './found-files.ts'
import { type Header, headerAt, headerOf } from './header.ts'
import { besides, type LeftRow, leftRow } from './left-rows.ts'
import { type MisshapenRow, misfit, refuseBadShapes } from './row-shape.ts'
import { type Readable, type Row, rowBlocksOf } from './rows.ts'

/** A file after the first reading: how it is written and what its columns hold. */
export interface SeenFile extends Readable {
  readonly size: number
  readonly sha256: string
  readonly header: Header
  readonly columns: readonly ColumnProfile[]
  readonly rows: number
  readonly misshapen: readonly MisshapenRow[]
  /** Rows of totals, lines besides the table and repeated headers, which are not among the rows. */
  readonly left: readonly LeftRow[]
}

/** Reads the whole file once and remembers little. Refuses what is no table. */
export async function look(found: FoundFile, seenRows: (rows: number) => void): Promise<SeenFile> {
  const bytes = await readBytes(found.path, found.name)
  const sample = iconv.decode(Buffer.from(bytes.head), bytes.encoding)
  const foreign = foreignText(sample)
  if (foreign) throw new Refusal('csv-not-csv', { file: found.name, is: foreign })
  if (sample.trim() === '' && bytes.size === bytes.head.length) throw new Refusal('csv-empty', { file: found.name })
  const dialect = dialectOf(sample, bytes.size === bytes.head.length)
  const file: Readable = { ...found, encoding: bytes.encoding, dialect }
  const { size, sha256 } = bytes
  return { ...file, size, sha256, ...(await profiled(file, seenRows)) }
}

type Profiled = Pick<SeenFile, 'header' | 'columns' | 'rows' | 'misshapen' | 'left'>

async function profiled(file: Readable, seenRows: (rows: number) => void): Promise<Profiled> {
  const blocks = rowBlocksOf(file)
  const first = await firstRows(blocks, 20)
  const at = headerAt(first.slice(0, 20))
  const headerRow = first[at]
  if (!headerRow) throw new Refusal('csv-empty', { file: file.name })
  const header = headerOf(headerRow, file.name, first.slice(at + 1, 20))
  const columns = await columnsOf(header, file.name, first.slice(at + 1), blocks, seenRows)
  return { header, ...columns }
}

/** So many at least, if the file has them. */
async function firstRows(blocks: AsyncGenerator<readonly Row[]>, many: number): Promise<readonly Row[]> {
  const first: Row[] = []
  while (first.length < many) {
    const next = await blocks.next()
    if (next.done) break
    for (const row of next.value) first.push(row)
  }
  return first
}

async function columnsOf(
  header: Header,
  file: string,
  first: readonly Row[],
  rest: AsyncGenerator<readonly Row[]>,
  seenRows: (rows: number) => void,
): Promise<Omit<Profiled, 'header'>> {
  const profiles = header.names.map(profiling)
  const misshapen: MisshapenRow[] = []
  const left: LeftRow[] = []
  let rows = 0
  let last: Row | null = null
  let above: Row | null = null
  let aboveWasLeft = false
  const profile = ({ cells }: Row): void => {
    let filled = 0
    for (const cell of cells) if (cell !== '') filled++
    for (let at = 0; at < profiles.length; at++) profiles[at]?.see(cells[at], filled)
  }
  const see = (row: Row): void => {
    const none = profiles.length > 1 ? (leftRow(row, header.names) ?? besides(row, above, aboveWasLeft)) : null
    above = row
    aboveWasLeft = none !== null
    if (none) {
      left.push(none)
      return
    }
    const reason = misfit(row, profiles.length)
    if (reason) misshapen.push({ line: row.line, reason })
    else profile(row)
    last = row
    if (++rows % 5000 === 0) seenRows(rows)
  }
  first.forEach(see)
  for await (const block of rest) block.forEach(see)
  if (rows === 0) throw new Refusal('csv-header-only', { file })
  refuseBadShapes(file, profiles.length, { rows, misshapen, last })
  return { columns: profiles.map((column) => column.profile), rows, misshapen, left }
}
