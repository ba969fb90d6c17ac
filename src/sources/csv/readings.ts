import { decimalOf, orderOf } from './column-kind.ts'
import type { ColumnProfile } from './column-profile.ts'
import type { DayOrder } from './dates.ts'
import type { SeenFile } from './look.ts'
import type { DecimalSign } from './numbers.ts'

/** How ambiguous dates and numbers of a column are read, and whether that was only guessed. */
export interface Readings {
  dates(column: ColumnProfile): { readonly order: DayOrder; readonly guessed: boolean }
  decimal(column: ColumnProfile): DecimalSign
}

/** The column itself decides; then the other columns of its file; then the other files; then the habit of its separator. */
export function readingsIn(file: SeenFile, files: readonly SeenFile[]): Readings {
  const ownDates = orderOf(sumOf(file.columns))
  const allDates = orderOf(sumOf(files.flatMap((other) => other.columns)))
  const ownDecimal = decimalOf(sumOf(file.columns.filter((column) => column.days === 0)))
  return {
    dates(column) {
      const known = orderOf(column) ?? ownDates ?? allDates
      return known ? { order: known, guessed: false } : { order: habit(file, column), guessed: true }
    },
    decimal: (column) => decimalOf(column) ?? ownDecimal ?? (file.dialect.separator === ';' ? ',' : '.'),
  }
}

type Evidence = Pick<ColumnProfile, 'dayFirst' | 'monthFirst' | 'decimalPoints' | 'decimalCommas'>

const none: Evidence = { dayFirst: 0, monthFirst: 0, decimalPoints: 0, decimalCommas: 0 }
const sumOf = (columns: readonly Evidence[]): Evidence => columns.reduce(added, none)

const added = (sum: Evidence, column: Evidence): Evidence => ({
  dayFirst: sum.dayFirst + column.dayFirst,
  monthFirst: sum.monthFirst + column.monthFirst,
  decimalPoints: sum.decimalPoints + column.decimalPoints,
  decimalCommas: sum.decimalCommas + column.decimalCommas,
})

/** Only where slashes part the days is the month written first, and hardly where semicolons part the cells. */
function habit(file: SeenFile, column: ColumnProfile): DayOrder {
  const [first = ''] = column.values.keys()
  return file.dialect.separator !== ';' && first.includes('/') ? 'month-first' : 'day-first'
}
