import type { Kind } from '../../model/index.ts'
import type { Column } from '../warehouse.ts'
import { quoted } from './quoting.ts'

/** A formula sign in half or full width, as in src/delivery/formula.ts. */
const sign = '=+\\-@\\x{FF1D}\\x{FF0B}\\x{FF0D}\\x{FF20}'
/** What spreadsheets skip at the start of a text. */
const skipped = '\\t\\r\\n\\x00'
/** Whoever reads a text from the engine gets it without one in front. */
const mark = '\\x{FEFF}'
/** Where a spreadsheet may cut a text in two. */
const cuts = ';\\t\\r\\n'

/** The text with an apostrophe wherever a spreadsheet would begin to read a formula. */
const neutralised = (text: string): string =>
  `regexp_replace(regexp_replace(${text}, '([${cuts}])([${sign}])', '\\1''\\2', 'g'), '\\A([${sign}${skipped}])', '''\\1')`

const inQuotes = (text: string): string => `coalesce('"' || ${text} || '"', '')`

/** What is written as JavaScript writes a number: JSON has the same digits, keeps a zero behind the point, and leaves out a plus. */
const number = (value: string): string => {
  const json = `CAST(to_json(CAST(${value} AS DOUBLE) + 0.0) AS VARCHAR)`
  const text = `regexp_replace(regexp_replace(${json}, '\\.0$', ''), 'e(\\d)', 'e+\\1')`
  return `CASE WHEN isfinite(CAST(${value} AS DOUBLE)) THEN ${text} ELSE '' END`
}

const isText: Readonly<Record<Kind, boolean>> = {
  id: true,
  text: true,
  flag: false,
  number: false,
  money: false,
  percent: false,
  day: false,
  instant: false,
  duration: false,
}

interface Cell {
  readonly value: string
  readonly kind: Kind
}

/** `text` says how a text gets into its quotes. */
function cell({ value, kind }: Cell, text: (value: string) => string): string {
  switch (kind) {
    case 'id':
    case 'text':
      return inQuotes(text(value))
    case 'flag':
    case 'day':
      return inQuotes(`CAST(${value} AS VARCHAR)`)
    case 'instant':
      return inQuotes(`strftime(${value}, '%Y-%m-%dT%H:%M:%S.%gZ')`)
    case 'number':
    case 'money':
    case 'percent':
    case 'duration':
      return number(value)
  }
}

const line = (cells: readonly Cell[], text: (value: string) => string): string =>
  `concat(${cells.map((each) => cell(each, text)).join(`, ',', `)}, E'\\r\\n')`

/** Few rows have anything to be looked after: one look at all texts of a row finds them. */
function lineOf(cells: readonly Cell[]): string {
  const texts = cells.filter(({ kind }) => isText[kind]).map(({ value }) => value)
  const all = `concat_ws(${['chr(1)', "''", ...texts].join(', ')})`
  const odd = `regexp_matches(${all}, '"|\\x01[${sign}${skipped}${mark}]|[${cuts}][${sign}]')`
  const careful = line(
    cells,
    (value) => `replace(${neutralised(`regexp_replace(${value}, '\\A${mark}', '')`)}, '"', '""')`,
  )
  return `CASE WHEN ${odd} THEN ${careful} ELSE ${line(cells, (value) => value)} END`
}

/** The rows that a SELECT gives, as lines of CSV in its order, at most so many to a block, with their number. */
export function lines(rows: string, columns: readonly Column[], rowsInBlock: number): string {
  const cells = columns.map(({ kind }, index) => ({ value: quoted(`cell ${index}`), kind }))
  return `SELECT string_agg(line, '' ORDER BY nth) AS lines, count(*) AS rows
FROM (
SELECT row_number() OVER () - 1 AS nth, ${lineOf(cells)} AS line
FROM (
${rows}
) AS given (${cells.map(({ value }) => value).join(', ')})
)
GROUP BY nth // ${rowsInBlock}
ORDER BY nth // ${rowsInBlock}`
}
