export type DecimalSign = '.' | ','

const currencySigns: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  kr: 'DKK',
  zł: 'PLN',
}
const around =
  /^\s*(\()?\s*([-+−])?\s*([A-Z]{3}|[A-Z]{0,2}\$|[€£¥₹]|kr\.?|zł)?\s*([-+−])?\s*([\d.,'’\s]*\d[.,]?)\s*([-−])?\s*(%|[A-Z]{3}|\$|[€£¥₹]|kr\.?|zł)?\s*(\))?\s*$/u

export interface WrittenNumber {
  readonly negative: boolean
  /** Digits with the separators as written. */
  readonly digits: string
  readonly percent: boolean
  /** `EUR`, or `$` when the sign belongs to several countries. */
  readonly currency: string | null
}

/** Takes a number out of the signs around it: `(1,200.50)`, `€ 1.200`, `12 %`. Null when the text is no number. */
export function writtenNumber(text: string): WrittenNumber | null {
  const found = around.exec(text)
  if (!found) return null
  const [, open, minusA, before, minusB, digits = '', minusC, after, close] = found
  if ((open === undefined) !== (close === undefined)) return null
  const sign = minusA ?? minusB ?? minusC
  return {
    negative: open !== undefined || (sign !== undefined && sign !== '+'),
    digits,
    percent: after === '%',
    currency: currencyOf(before) ?? currencyOf(after),
  }
}

function currencyOf(sign: string | undefined): string | null {
  if (sign === undefined || sign === '%') return null
  return sign.endsWith('$') ? '$' : (currencySigns[sign.replace('.', '')] ?? sign)
}

/** What one number proves about the decimal sign of its column. `1.234` proves nothing. */
export function decimalIn(digits: string): DecimalSign | null {
  const comma = digits.lastIndexOf(',')
  const point = digits.lastIndexOf('.')
  if (comma < 0 && point < 0) return null
  if (comma >= 0 && point >= 0) return comma > point ? ',' : '.'
  const [sign, other]: [DecimalSign, DecimalSign] = comma >= 0 ? [',', '.'] : ['.', ',']
  if (digits.indexOf(sign) !== digits.lastIndexOf(sign)) return other
  const [whole = '', rest = ''] = digits.split(sign)
  return rest.length === 3 && whole !== '0' && whole.length <= 3 && whole !== '' ? null : sign
}

const plain = /^-?\d+(?:\.\d+)?$/

/** The number with a point and no separators; null when it is none under this decimal sign. */
export function readNumber(text: string, decimal: DecimalSign): string | null {
  if (decimal === '.' && plain.test(text)) return text
  const written = writtenNumber(text)
  if (!written) return null
  const digits = grouped(written.digits.replace(/[\s'’]/gu, ''), decimal)
  return digits === null ? null : `${written.negative ? '-' : ''}${digits}`
}

/** Groups must be of three digits, so that `1,5` under a decimal point is refused and not read as 15. */
function grouped(digits: string, decimal: DecimalSign): string | null {
  const group = decimal === '.' ? ',' : '\\.'
  const point = decimal === '.' ? '\\.' : ','
  const found = new RegExp(`^(\\d{1,3}(?:${group}\\d{2,3})*${group}\\d{3}|\\d+)?(?:${point}(\\d*))?$`).exec(digits)
  if (!found) return null
  const whole = (found[1] ?? '0').replace(/[.,]/g, '')
  return found[2] ? `${whole}.${found[2]}` : whole
}
