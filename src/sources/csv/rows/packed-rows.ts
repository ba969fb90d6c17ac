import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import type { LandedRow } from '../../../landing/index.ts'

/** Enough that much repeats, little enough to be unpacked at once. */
const rowsInBlock = 2000

type Cells = readonly (string | number | null)[]

/** Rows that are wanted once more, in their order: held in memory in a small part of their size. */
export interface PackedRows {
  add(row: LandedRow): void
  rows(): Generator<LandedRow>
}

/** Keeps these columns of each row. */
export function packedRows(columns: readonly string[]): PackedRows {
  const packed: Buffer[] = []
  let open: Cells[] = []
  const pack = (): void => {
    packed.push(zstdCompressSync(JSON.stringify(open)))
    open = []
  }
  return {
    add(row) {
      open.push(columns.map((column) => row[column] ?? null))
      if (open.length === rowsInBlock) pack()
    },
    *rows() {
      const named = (cells: Cells): LandedRow =>
        Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? null]))
      for (const block of packed) for (const cells of unpacked(block)) yield named(cells)
      for (const cells of open) yield named(cells)
    },
  }
}

/** What `pack` wrote. */
const unpacked = (block: Buffer): readonly Cells[] => JSON.parse(zstdDecompressSync(block).toString())
