import type { Value } from '../../engine/index.ts'
import type { Kind } from '../../model/index.ts'

const plain = new Intl.NumberFormat('en', { maximumFractionDigits: 2 })
const cents = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
const tenths = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** A missing value is a dash, never zero. */
export function inWords(value: Value, kind: Kind): string {
  if (value === null) return '–'
  if (typeof value !== 'number') return String(value)
  if (kind === 'money') return cents.format(value)
  if (kind === 'percent') return `${tenths.format(value)} %`
  return kind === 'duration' ? duration(value) : plain.format(value)
}

/** The two largest units that are not zero: `12 d 4 h`, `1 h`, `5 min`. */
function duration(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000)
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60]
  const parts = [days && `${plain.format(days)} d`, hours && `${hours} h`, rest && !days && `${rest} min`]
  return parts.filter(Boolean).join(' ') || '0 min'
}
