import { Refusal } from '../../../errors/index.ts'
import type { ColumnProfile, SeenValue } from '../columns/column-profile.ts'
import { holdsOf } from '../columns/holds.ts'
import { type FileKind, targetsOf } from '../fields/targets.ts'
import type { SeenFile } from '../file/look.ts'
import { type ColumnMapping, type HowWritten, howWritten, type Mapping, wordOf } from '../mapping/mapping.ts'
import { isRecords } from '../mapping/mapping-file.ts'

/** Refuses what would have to be guessed; the proposal is written first, so that the answer can be put where the question mark stands. */
export async function refuseUnreadable(
  files: readonly SeenFile[],
  mapping: Mapping,
  mappingFile: string,
  writeProposal: () => Promise<void>,
): Promise<void> {
  const refusal = unreadableIn(files, mapping, mappingFile)
  if (refusal === null) return
  await writeProposal()
  throw refusal
}

/** What would have to be guessed. */
export const unreadableIn = (files: readonly SeenFile[], mapping: Mapping, mappingFile: string): Refusal | null =>
  unknownRecords(files, mapping, mappingFile) ??
  columnRefusal(files, mapping, mappingFile) ??
  mangledIds(files, mapping, mappingFile)

/** When no file tells what it is there is nothing to import. */
function unknownRecords(files: readonly SeenFile[], mapping: Mapping, path: string): Refusal | null {
  const unknown = files.find((file) => mapping.files[file.name]?.records === '?')
  if (!unknown || Object.values(mapping.files).some(isRecords)) return null
  const columns = unknown.header.names.slice(0, 6).join(', ')
  return new Refusal('csv-records-unknown', { file: unknown.name, columns, mapping: path })
}

function columnRefusal(files: readonly SeenFile[], mapping: Mapping, path: string): Refusal | null {
  for (const file of files) {
    const own = mapping.files[file.name]
    if (!own || !isRecords(own) || own.records === 'property_change') continue
    for (const column of file.columns) {
      const how = howWritten(own.columns[column.header] ?? 'skip')
      const refusal = twoFormats(file.name, column, how, path) ?? notAsTold(file.name, column, how, path)
      if (refusal) return refusal
    }
  }
  return null
}

/** A spreadsheet shortens long numbers to `1.23457E+11`: of an id nothing is left that tells records apart. */
function mangledIds(files: readonly SeenFile[], mapping: Mapping, path: string): Refusal | null {
  for (const file of files) {
    const own = mapping.files[file.name]
    if (!own || !isRecords(own)) continue
    for (const column of file.columns) {
      if (!isId(own.records, own.columns[column.header] ?? 'skip')) continue
      const mangled = [...column.values].filter(([value]) => /^\d(?:[.,]\d+)?E\+\d+$/iu.test(value))
      const [example] = mangled[0] ?? []
      const rows = mangled.reduce((sum, [, seen]) => sum + seen.rows, 0)
      if (example)
        return new Refusal('csv-ids-mangled', { file: file.name, column: column.header, example, rows, mapping: path })
    }
  }
  return null
}

function isId(kind: FileKind, column: ColumnMapping): boolean {
  const word = wordOf(column) ?? 'skip'
  const target = targetsOf[kind].get(word)
  return word === 'record_id' || holdsOf(kind, column) === 'id' || (target?.is === 'reference' && target.by === 'id')
}

function twoFormats(file: string, column: ColumnProfile, how: HowWritten, mapping: string): Refusal | null {
  if (how.dates !== '?' && how.decimal !== '?') return null
  const isDates = how.dates === '?'
  const examples = isDates
    ? {
        one: like(column, ({ date }) => date?.proof === 'day-first'),
        other: like(column, ({ date }) => date?.proof === 'month-first'),
        example: like(column, ({ date }) => date?.proof === 'open'),
      }
    : {
        one: like(column, ({ number }) => number?.proof === '.'),
        other: like(column, ({ number }) => number?.proof === ','),
        example: like(column, ({ number }) => number?.isOpen === true),
      }
  const open = isDates ? column.openDays : column.openNumbers
  return new Refusal('csv-two-formats', { file, column: column.header, open, mapping, ...examples })
}

/** A mapping that most of the proofs speak against is of another file. */
function notAsTold(file: string, column: ColumnProfile, { dates, decimal }: HowWritten, path: string): Refusal | null {
  const [days, months] = [column.dayFirst, column.monthFirst]
  const [points, commas] = [column.decimalPoints, column.decimalCommas]
  const [told, against] =
    dates === 'day-first' && months > days
      ? ['day first', like(column, ({ date }) => date?.proof === 'month-first')]
      : dates === 'month-first' && days > months
        ? ['month first', like(column, ({ date }) => date?.proof === 'day-first')]
        : decimal === '.' && commas > points
          ? ['with a decimal point', like(column, ({ number }) => number?.proof === ',')]
          : decimal === ',' && points > commas
            ? ['with a decimal comma', like(column, ({ number }) => number?.proof === '.')]
            : [null, '']
  if (told === null) return null
  const wrong = `the column is told to be written ${told}, but values such as ${against} cannot be read so`
  return new Refusal('csv-mapping-wrong', { path, where: `${file} › ${column.header}`, wrong })
}

const like = (column: ColumnProfile, is: (shape: SeenValue['shape']) => boolean): string =>
  [...column.values].find(([, { shape }]) => is(shape))?.[0] ?? '?'
