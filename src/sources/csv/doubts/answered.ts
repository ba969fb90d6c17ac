import { type Choice, type ColumnReading, type Doubt, readingsOf } from '../columns/column-reading.ts'
import type { SeenFile } from '../file/look.ts'
import type { Mapping } from '../mapping/mapping.ts'
import { isRecords } from '../mapping/mapping-file.ts'

/** Asks a person what files do not tell. */
export interface Ask {
  /** Which of two readings is meant. */
  reading(reading: ColumnReading, doubt: Doubt): Promise<Choice>
  /** The company's currency, of which these are likely, the first before all. */
  currency(likely: readonly string[]): Promise<string>
}

/** The mapping with the answers in it: what was a doubt is settled. Without anybody to ask it stays one. */
export async function answered(
  files: readonly SeenFile[],
  mapping: Mapping,
  home: string | null,
  ask: Ask | undefined,
): Promise<Mapping> {
  if (!ask) return mapping
  let settled = mapping
  for (const { file, header, doubt, further } of readingsOf(files, mapping, home))
    for (const _ of doubt ? [doubt, ...further] : []) {
      // A choice says all of the column, so it is one of the column as it was answered so far.
      const now = readingsOf(files, settled, home).find((one) => one.file === file && one.header === header)
      if (now?.doubt) settled = withAnswer(settled, now, await ask.reading(now, now.doubt))
    }
  return settled
}

function withAnswer(mapping: Mapping, { file, header }: ColumnReading, { mapping: column }: Choice): Mapping {
  const own = mapping.files[file]
  if (!own || !(isRecords(own) || own.records === 'list')) return mapping
  return { files: { ...mapping.files, [file]: { ...own, columns: { ...own.columns, [header]: column } } } }
}
