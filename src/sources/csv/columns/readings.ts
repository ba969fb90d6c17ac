import type { Kind } from '../../../model/index.ts'
import type { SeenFile } from '../file/look.ts'
import type { HowWritten } from '../mapping/mapping.ts'
import type { ColumnProfile } from './column-profile.ts'
import type { DateOrder } from './dates.ts'
import type { DecimalSign, DecimalWriting } from './numbers.ts'

/** On what grounds something is read as it is. `torn`: two formats are proven, and some values could be of either. */
export type Sureness = 'told' | 'proven' | 'likely' | 'doubtful' | 'torn'

/** How the values of a column are read, and why so. */
export interface Settled<T> {
  readonly as: T
  readonly sure: Sureness
  readonly why: string
}

/** What the files prove about a column. */
export interface Evidence {
  dates(column: ColumnProfile): Settled<DateOrder>
  decimal(column: ColumnProfile): Settled<DecimalWriting>
  /** The company's currency; null where it is not settled yet. */
  readonly home: string | null
}

/** The column itself decides; then the other columns of its file. What is concluded from less than that is a doubt. */
export function evidenceIn(file: SeenFile, files: readonly SeenFile[], home: string | null): Evidence {
  const others = files.filter((other) => other !== file).flatMap((other) => other.columns)
  return {
    home,
    dates: (column) => ownOrder(column) ?? neighbouringOrder(file) ?? guessedOrder(file, column, others),
    decimal: (column) => ownSign(column) ?? neighbouringSign(file) ?? guessedSign(column),
  }
}

const ownOrder = ({ dayFirst, monthFirst, openDays }: ColumnProfile): Settled<DateOrder> | null =>
  proven<DateOrder>(
    [
      ['day-first', dayFirst],
      ['month-first', monthFirst],
    ],
    openDays,
    { as: 'either', sure: 'proven', why: 'each can be read in one way only' },
  )

/** What the values that can only be read in one way prove of those that are open; `closed` where none is open and none proves. */
function proven<As extends string>(
  ways: readonly (readonly [as: As, values: number])[],
  open: number,
  closed: Settled<As>,
): Settled<As | 'either'> | null {
  const [first, second] = ways.filter(([, values]) => values > 0)
  if (first && second)
    return open === 0
      ? { as: 'either', sure: 'proven', why: 'each can be read in one way only' }
      : { as: 'either', sure: 'torn', why: 'two formats are proven' }
  if (first) return { as: first[0], sure: 'proven', why: `${first[1]} can only be read so` }
  return open === 0 ? closed : null
}

/** Columns of one export are written alike, unless they prove that they are not. */
function neighbouringOrder(file: SeenFile): Settled<DateOrder> | null {
  const dayFirst = file.columns.find((column) => column.dayFirst > 0)
  const monthFirst = file.columns.find((column) => column.monthFirst > 0)
  if (dayFirst && monthFirst) return null
  if (dayFirst) return { as: 'day-first', sure: 'likely', why: `as in '${dayFirst.header}'` }
  return monthFirst ? { as: 'month-first', sure: 'likely', why: `as in '${monthFirst.header}'` } : null
}

/** Without any proof: as in the other files; or the month first only where slashes part the days and commas the cells. */
function guessedOrder(file: SeenFile, column: ColumnProfile, others: readonly ColumnProfile[]): Settled<DateOrder> {
  const [days, months] = [others.some(({ dayFirst }) => dayFirst > 0), others.some(({ monthFirst }) => monthFirst > 0)]
  if (days !== months) return { as: days ? 'day-first' : 'month-first', sure: 'doubtful', why: 'as in another file' }
  const slashes = [...column.values].some(([value, { shape }]) => shape.date?.proof === 'open' && value.includes('/'))
  const as = slashes && file.dialect.separator !== ';' ? 'month-first' : 'day-first'
  return { as, sure: 'doubtful', why: 'nothing proves it' }
}

const ownSign = ({ decimalPoints, decimalCommas, openNumbers }: ColumnProfile): Settled<DecimalWriting> | null =>
  proven<DecimalWriting>(
    [
      ['.', decimalPoints],
      [',', decimalCommas],
    ],
    openNumbers,
    { as: '.', sure: 'proven', why: 'no sign parts them' },
  )

function neighbouringSign(file: SeenFile): Settled<DecimalWriting> | null {
  const columns = file.columns.filter((column) => column.days === 0)
  const point = columns.find((column) => column.decimalPoints > 0)
  const comma = columns.find((column) => column.decimalCommas > 0)
  if (point && comma) return null
  if (point) return { as: '.', sure: 'likely', why: `as in '${point.header}'` }
  return comma ? { as: ',', sure: 'likely', why: `as in '${comma.header}'` } : null
}

/** Three digits behind a sign are rather thousands, unless the column writes other thousands without it. */
function guessedSign(column: ColumnProfile): Settled<DecimalWriting> {
  const written = openSign(column)
  const other: DecimalSign = written === ',' ? '.' : ','
  return { as: column.unparted > 0 ? written : other, sure: 'doubtful', why: 'nothing proves it' }
}

/** The sign in the values that can be read in two ways. */
function openSign({ values }: ColumnProfile): DecimalSign {
  const open = [...values].find(([, { shape }]) => shape.number?.isOpen)?.[0] ?? ''
  return open.includes(',') ? ',' : '.'
}

export const isDated = (holds: Holds): boolean => ['day', 'instant', 'mixed'].includes(holds)
export const isNumeric = (holds: Holds): boolean =>
  ['number', 'money', 'percent', 'duration', 'rate', 'mixed'].includes(holds)

/** What the values of a column are: of one kind, exchange rates, names of records, or anything, as in the values of a history. */
export type Holds = Kind | 'rate' | 'reference' | 'mixed'

/** What a mapping says of such a column. What stands there without a question mark is obeyed. */
export function howToRead(column: ColumnProfile, holds: Holds, evidence: Evidence, told: HowWritten): HowWritten {
  const dates = isDated(holds) && column.ordered > 0 ? datesText(settledOrder(column, evidence, told)) : told.dates
  const decimal =
    isNumeric(holds) && isParted(column) ? decimalText(settledSign(column, holds, evidence, told)) : told.decimal
  const empty = told.empty ?? emptyIn(column, holds)
  return {
    ...(dates ? { dates } : {}),
    ...(decimal && (decimal !== '.' || told.decimal) ? { decimal } : {}),
    ...(empty ? { empty: [...empty] } : {}),
  }
}

/** Only a text may say `None`. */
const emptyIn = ({ perhapsEmpties }: ColumnProfile, holds: Holds): readonly string[] | null =>
  ['text', 'id', 'mixed'].includes(holds) || perhapsEmpties.size === 0 ? null : [...perhapsEmpties.keys()]

export const isParted = ({ decimalPoints, decimalCommas, openNumbers }: ColumnProfile): boolean =>
  decimalPoints + decimalCommas + openNumbers > 0

const isSettledOrder = ({ dates }: HowWritten): boolean => dates === 'day-first' || dates === 'month-first'
const isSettledSign = ({ decimal }: HowWritten): boolean => decimal === '.' || decimal === ','

export function settledOrder(column: ColumnProfile, evidence: Evidence, told: HowWritten): Settled<DateOrder> {
  return isSettledOrder(told) ? grounds(orderTold(told), evidence.dates(column)) : evidence.dates(column)
}

export function settledSign(
  column: ColumnProfile,
  holds: Holds,
  evidence: Evidence,
  told: HowWritten,
): Settled<DecimalWriting> {
  const settled = evidence.decimal(column)
  const found = holds === 'rate' && settled.sure === 'doubtful' ? rateSign(column) : settled
  return isSettledSign(told) ? grounds(decimalTold(told), found) : found
}

/** `1.085` is a rate near one, hardly a thousand and more. */
const rateSign = (column: ColumnProfile): Settled<DecimalWriting> => ({
  as: openSign(column),
  sure: 'likely',
  why: 'rates are seldom in thousands',
})

/** What an import concluded stands in the mapping too: where the file itself says the same, its proof is the ground. */
const grounds = <T>(told: T, found: Settled<T>): Settled<T> =>
  found.as === told && (found.sure === 'proven' || found.sure === 'likely')
    ? found
    : { as: told, sure: 'told', why: 'the mapping says so' }

/** What the column itself does not prove is concluded anew each time, so that no guess hardens into a setting. */
const isConcluded = (sure: Sureness): boolean => sure === 'doubtful' || sure === 'likely'

function datesText({ as, sure }: Settled<DateOrder>): NonNullable<HowWritten['dates']> {
  if (sure === 'torn') return '?'
  return isConcluded(sure) && as !== 'either' ? `${as}?` : as
}

function decimalText({ as, sure }: Settled<DecimalWriting>): NonNullable<HowWritten['decimal']> {
  if (sure === 'torn') return '?'
  return isConcluded(sure) && as !== 'either' ? `${as}?` : as
}

/** What nobody settled is read where it can be read in one way only. */
export function orderTold({ dates }: HowWritten): DateOrder {
  switch (dates) {
    case 'day-first':
    case 'day-first?':
      return 'day-first'
    case 'month-first':
    case 'month-first?':
      return 'month-first'
    case 'either':
    case '?':
    case undefined:
      return 'either'
  }
}

export function decimalTold({ decimal }: HowWritten): DecimalWriting {
  switch (decimal) {
    case ',':
    case ',?':
      return ','
    case 'either':
    case '?':
      return 'either'
    case '.':
    case '.?':
    case undefined:
      return '.'
  }
}
