import { isOrdered, type Proof, proofIn, readDate } from './dates.ts'
import { dateInDigits } from './dates-in-digits.ts'
import { flagWords } from './flags.ts'
import { type DecimalSign, decimalIn, isOpen, numberOf, type WrittenNumber, writtenNumber } from './numbers.ts'

/** What one value shows about its column, whatever the column is called. */
export interface ValueShape {
  readonly isFlag: boolean
  readonly isEmail: boolean
  readonly date: {
    readonly hasTime: boolean
    readonly proof: Proof | null
    readonly needsOrder: boolean
    readonly year: number
  } | null
  /** A date if the column holds dates; a number otherwise. */
  readonly isDateInDigits: boolean
  readonly number: NumberShape | null
}

export interface NumberShape {
  readonly proof: DecimalSign | null
  /** `5.250`: the sign parts thousands or cents. */
  readonly isOpen: boolean
  readonly isPercent: boolean
  readonly isScaled: boolean
  /** `007` is a code, and so are sixteen digits. */
  readonly isCode: boolean
  /** `1200`: thousands that nothing parts. */
  readonly isUnparted: boolean
  readonly currency: string | null
}

/** Most values show nothing. */
export const textual: ValueShape = { isFlag: false, isEmail: false, date: null, isDateInDigits: false, number: null }

export function shapeOf(value: string): ValueShape {
  if (value.length > 40) return textual
  if (/\d/.test(value)) return shapeWithDigits(value)
  const isFlag = flagWords.has(value.toLowerCase())
  return isFlag || isEmail(value) ? { ...textual, isFlag, isEmail: isEmail(value) } : textual
}

const isEmail = (value: string): boolean => value.includes('@') && /^\S+@\S+\.\S+$/.test(value)

function shapeWithDigits(value: string): ValueShape {
  const number = numberShape(value)
  if (number && /^\d+(?:[.,]\d+)?$/.test(value))
    return { ...textual, number, isDateInDigits: dateInDigits(value) !== null }
  const [date, email] = [dateShape(value), isEmail(value)]
  return number || date || email ? { ...textual, isEmail: email, number, date } : textual
}

function dateShape(value: string): ValueShape['date'] {
  const needsOrder = isOrdered(value)
  const read = readDate(value, 'day-first') ?? (needsOrder ? readDate(value, 'month-first') : null)
  if (!read) return null
  const proof = needsOrder ? proofIn(value) : null
  return { hasTime: read.time !== null, proof, needsOrder, year: Number(read.day.slice(0, 4)) }
}

function numberShape(value: string): NumberShape | null {
  const written = writtenNumber(value)
  if (!written || (numberOf(written, '.') === null && numberOf(written, ',') === null)) return null
  return shapeOfWritten(written)
}

const shapeOfWritten = ({ digits, percent, currency, scale }: WrittenNumber): NumberShape => ({
  proof: decimalIn(digits),
  isOpen: isOpen(digits),
  isPercent: percent,
  isScaled: scale !== 1,
  isCode: /^0\d/.test(digits) || /^\d{16}/.test(digits),
  isUnparted: /^\d{4}/.test(digits),
  currency,
})
