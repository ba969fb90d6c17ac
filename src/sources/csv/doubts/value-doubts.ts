import type { ColumnProfile } from '../columns/column-profile.ts'
import { holdsOf } from '../columns/holds.ts'
import { isFormulaError } from '../columns/missing.ts'
import { isDated, isNumeric } from '../columns/readings.ts'
import { type ColumnMapping, howWritten, newIn, wordOf, written } from '../mapping/mapping.ts'
import type { FilePlan } from '../rows/plan.ts'

/** Values that are read as they stand, and are hardly what somebody meant. */
export const valueDoubts = ({ kind, file, mapping }: FilePlan): readonly string[] =>
  file.columns.flatMap((column) => {
    const mapped = mapping.columns[column.header] ?? 'skip'
    if (wordOf(mapped) === 'skip') return []
    const holds = newIn(mapped) ? null : holdsOf(kind, mapped)
    return [
      ...brokenFormulas(file.name, column, mapped),
      ...garbled(file.name, column),
      ...(holds && isDated(holds) && holds !== 'mixed' ? farDays(file.name, column, mapped) : []),
      ...(holds && isDated(holds) ? yearsInFront(file.name, column) : []),
      ...(holds === 'money' ? inUnits(file.name, column) : []),
      ...(holds === 'id' ? rounded(file.name, column) : []),
      ...(holds && isNumeric(holds) ? shortened(file.name, column) : []),
    ]
  })

/** What a reader writes at a column of the mapping file. */
export const entryFor = (header: string, mapping: ColumnMapping): string =>
  `${JSON.stringify(header)}: ${JSON.stringify(mapping)}`

export const inRows = (rows: number): string => `${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}`

const some = (values: readonly string[]): string => values.slice(0, 3).join(', ')
const counted = (rows: readonly number[]): string => inRows(rows.reduce((sum, each) => sum + each, 0))

function brokenFormulas(file: string, { header, empties }: ColumnProfile, mapped: ColumnMapping): readonly string[] {
  const broken = [...empties].filter(([spelling]) => isFormulaError(spelling))
  if (broken.length === 0 || howWritten(mapped).empty?.length === 0) return []
  const where = `'${header}' in ${file} has ${some(broken.map(([spelling]) => spelling))} (${counted(broken.map(([, rows]) => rows))})`
  return [
    `${where}, where a spreadsheet failed: read as empty. Mend the file, or write ${entryFor(header, written(mapped, { empty: [] }))} to read what stands there.`,
  ]
}

/** Business with a CRM has no earlier days, and no closer look ahead. Around them lie what programs write for "no date". */
const [firstYear, lastYear] = [1980, 2049]

function farDays(file: string, { header, years, values }: ColumnProfile, mapped: ColumnMapping): readonly string[] {
  const far = [...years].filter(([year]) => year < firstYear || year > lastYear)
  if (far.length === 0) return []
  const isFar = (year: number | undefined): boolean => far.some(([other]) => other === year)
  const examples = [...values].flatMap(([value, { shape }]) => (isFar(shape.date?.year) ? [value] : []))
  const where = `'${header}' in ${file} has days far off, such as ${some(examples)} (${counted(far.map(([, rows]) => rows))})`
  const none = entryFor(header, written(mapped, { empty: examples.slice(0, 50) }))
  return [`${where}: read as these days. Where they stand for no date, write ${none}.`]
}

/** UTF-8 that was read in another encoding and saved so, letters that were lost, and letters as a web page writes them. */
function garbled(file: string, { header, values }: ColumnProfile): readonly string[] {
  const found = [...values].filter(([value]) =>
    /�|&(?:amp|lt|gt|quot|nbsp|#\d{2,5});|Ã[\u0080-\u00bf€‚-™]|â€/u.test(value),
  )
  if (found.length === 0) return []
  const where = `'${header}' in ${file} has garbled letters, such as ${some(found.map(([value]) => value))} (${counted(found.map(([, { rows }]) => rows))})`
  return [`${where}: they stand so in the file. Export it again as UTF-8.`]
}

/** A spreadsheet keeps fifteen digits of a number, and writes zeros behind them. */
function rounded(file: string, { header, values }: ColumnProfile): readonly string[] {
  const long = [...values.keys()].filter((value) => /^\d{16,}$/.test(value))
  if (long.length < 2 || !long.every((value) => /^\d{15}0+$/.test(value))) return []
  return [
    `'${header}' in ${file} has long numbers that end in zeros, such as ${some(long)}: a spreadsheet may have rounded them, so that several records share one. Export the file again and do not save it from a spreadsheet.`,
  ]
}

/** A spreadsheet writes no more than six digits of a number that is too long for it. */
function shortened(file: string, { header, values }: ColumnProfile): readonly string[] {
  const found = [...values].filter(([value]) => /^-?\d[.,]\d{5}E\+\d+$/iu.test(value))
  return found.length === 0
    ? []
    : [
        `'${header}' in ${file} has numbers that a spreadsheet shortened, such as ${some(found.map(([value]) => value))} (${counted(found.map(([, { rows }]) => rows))}): the digits behind are lost. Export the file again.`,
      ]
}

/** `24/01/31`, `24/02/28`: read as days of 2031 and 2028, while the first part does not change as days do. */
function yearsInFront(file: string, { header, values }: ColumnProfile): readonly string[] {
  const parts = [...values.keys()].flatMap((value) => {
    const found = /^(\d{2})([-/.])\d{2}\2(\d{2})$/.exec(value)
    return found ? [found] : []
  })
  const different = (part: 1 | 3): number => new Set(parts.map((found) => found[part])).size
  const [example] = parts
  if (!example || parts.some(([, year]) => Number(year) < 15) || different(1) >= different(3)) return []
  return [
    `'${header}' in ${file} has years in two digits that seem to stand first, such as ${example[0]}: they were read as the last part. Export the file again with years in four digits.`,
  ]
}

/** `Amount (k€)`, `Value in thousands`, `Amount (cents)`. */
const unit =
  /(?<![\p{L}\d])(?:k ?[€$£]|[€$£] ?k|tsd|thousands?|['’]?000s?|k(?:eur|usd|gbp)|mio|millions?|m ?[€$£]|cents?|øre|ct)(?![\p{L}\d])/iu

function inUnits(file: string, { header }: ColumnProfile): readonly string[] {
  const [named] = unit.exec(header) ?? []
  return named === undefined
    ? []
    : [
        `'${header}' in ${file} seems to be in other units (${named}): its amounts were read as they stand. Export the file again with whole amounts where that is wrong.`,
      ]
}
