export type DecimalSign = '.' | ','

/** `either`: each number of the column can be read in one way only, and is. */
export type DecimalWriting = DecimalSign | 'either'

const currencySigns: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  '₹': 'INR',
  '₽': 'RUB',
  '₺': 'TRY',
  '₩': 'KRW',
  '₪': 'ILS',
  zł: 'PLN',
  US$: 'USD',
  C$: 'CAD',
  CA$: 'CAD',
  A$: 'AUD',
  AU$: 'AUD',
  NZ$: 'NZD',
  HK$: 'HKD',
  S$: 'SGD',
  MX$: 'MXN',
  R$: 'BRL',
}
const currency = String.raw`[A-Z]{3}|[A-Z]{0,2}\$|[€£¥₹₽₺₩₪]|[Kk]r\.?|zł`
const scales: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, mio: 1e6, mln: 1e6, mrd: 1e9, bn: 1e9, b: 1e9 }
const around = new RegExp(
  String.raw`^\s*(${currency})?\s*(\()?\s*([-+−])?\s*(${currency})?\s*([-+−])?\s*([\d.,'’\s]*\d[.,]?)([-−–—]*)\s*(k|K|m|M|[Mm]io\.?|mln|Mrd\.?|bn|B)?\s*([-−])?\s*(%|${currency})?\s*(\))?\s*$`,
  'u',
)

/** No number: a word, but for `kr` and `zł`; a day or a time. Found sooner than by trying all signs around it. */
const never = /^[A-JL-Za-jl-y][a-z]|\d[-:/]\d/

export interface WrittenNumber {
  readonly negative: boolean
  /** Digits with the separators as written. */
  readonly digits: string
  readonly percent: boolean
  /** 1000 in `86.9k`. */
  readonly scale: number
  /** `EUR`, or the sign where several currencies share it: `$`, `kr`. */
  readonly currency: string | null
}

/** Takes a number out of the signs around it: `(1,200.50)`, `€ 1.200,-`, `12 %`, `86.9k`. Null when the text is no number. */
export function writtenNumber(text: string): WrittenNumber | null {
  if (plain.test(text)) return unadorned(text)
  const [, mantissa, exponent] = scientific.exec(text) ?? []
  if (mantissa !== undefined) return { ...unadorned(mantissa), scale: 10 ** Number(exponent) }
  const found = never.test(text) ? null : around.exec(text)
  if (!found) return null
  const [, first, open, minusA, before, minusB, digits = '', dashes = '', scale, minusC, after, close] = found
  if ((open === undefined) !== (close === undefined)) return null
  const noCents = /[.,]$/.test(digits) && dashes !== ''
  const sign = minusA ?? minusB ?? minusC ?? (noCents || dashes === '' ? undefined : dashes)
  return {
    negative: open !== undefined || (sign !== undefined && sign !== '+'),
    digits,
    percent: after === '%',
    scale: scale === undefined ? 1 : (scales[scale.toLowerCase().replace('.', '')] ?? 1),
    currency: currencyOf(first) ?? currencyOf(before) ?? currencyOf(after),
  }
}

/** `1.5E+6`, as spreadsheets and statistics write large numbers. */
const scientific = /^(-?\d(?:[.,]\d+)?)E\+(\d{1,2})$/i

/** Most numbers have nothing around them. */
function unadorned(text: string): WrittenNumber {
  const negative = text.startsWith('-')
  return { negative, digits: negative ? text.slice(1) : text, percent: false, scale: 1, currency: null }
}

function currencyOf(sign: string | undefined): string | null {
  if (sign === undefined || sign === '%') return null
  const bare = sign.replace('.', '')
  return currencySigns[bare] ?? (bare.endsWith('$') ? '$' : /^kr$/i.test(bare) ? 'kr' : bare)
}

/** Whether it can be read in two ways: `1.234` is a little over one, or over a thousand. */
export const isOpen = (digits: string): boolean => /[.,]/.test(digits) && decimalIn(digits) === null

/** What one number proves about the decimal sign of its column. `1.234` proves nothing. */
export function decimalIn(digits: string): DecimalSign | null {
  const comma = digits.lastIndexOf(',')
  const point = digits.lastIndexOf('.')
  if (comma < 0 && point < 0) return null
  if (comma >= 0 && point >= 0) return comma > point ? ',' : '.'
  const [sign, other]: [DecimalSign, DecimalSign] = comma >= 0 ? [',', '.'] : ['.', ',']
  if (digits.indexOf(sign) !== digits.lastIndexOf(sign)) return other
  const whole = digits.slice(0, digits.indexOf(sign))
  return digits.length - whole.length === 4 && whole !== '0' && whole.length <= 3 && whole !== '' ? null : sign
}

const plain = /^-?\d+(?:\.\d+)?$/

/** The number with a point and no separators; null when it is none under this decimal sign. */
export function readNumber(text: string, decimal: DecimalWriting): string | null {
  if (decimal === '.' && plain.test(text)) return text
  const written = writtenNumber(text)
  return written && numberOf(written, decimal)
}

export function numberOf({ digits, negative, scale }: WrittenNumber, decimal: DecimalWriting): string | null {
  const bare = withoutSpaces(digits)
  const sign = decimal === 'either' ? onlySign(digits) : decimal
  const read = bare === null || sign === null ? null : grouped(bare, sign)
  return read === null ? null : `${negative ? '-' : ''}${scale === 1 ? read : scaled(read, scale)}`
}

/** Spaces and apostrophes part thousands. `12 34` is no number. */
function withoutSpaces(digits: string): string | null {
  if (!/[\s'’]/u.test(digits)) return digits
  return /^\d{1,3}(?:[\s'’]\d{3})+(?:[.,]\d*)?$/u.test(digits) ? digits.replace(/[\s'’]/gu, '') : null
}

const onlySign = (digits: string): DecimalSign | null => (/[.,]/.test(digits) ? decimalIn(digits) : '.')

/** Moves the point, so that no digit is lost. */
function scaled(number: string, scale: number): string {
  const [whole = '', rest = ''] = number.split('.')
  const places = Math.round(Math.log10(scale))
  const moved = `${whole}${rest.padEnd(places, '0').slice(0, places)}`.replace(/^0+(?=\d)/, '')
  return rest.length > places ? `${moved}.${rest.slice(places)}` : moved
}

const groupsOf = (group: string, point: string): RegExp =>
  new RegExp(`^(\\d{1,3}(?:${group}\\d{2,3})*${group}\\d{3}|\\d+)?(?:${point}(\\d*))?$`)
const groups: Readonly<Record<DecimalSign, RegExp>> = { '.': groupsOf(',', '\\.'), ',': groupsOf('\\.', ',') }

/** Groups must be of three digits, so that `1,5` under a decimal point is refused and not read as 15. */
function grouped(digits: string, decimal: DecimalSign): string | null {
  const found = groups[decimal].exec(digits)
  if (!found) return null
  const whole = (found[1] ?? '0').replace(/[.,]/g, '')
  return found[2] ? `${whole}.${found[2]}` : whole
}
