import type { Kind } from '../../model/index.ts'
import type { ColumnProfile } from './column-profile.ts'
import type { DayOrder } from './dates.ts'
import { wordsOf } from './names.ts'
import type { DecimalSign } from './numbers.ts'

/** A closed list is offered to choose from when it is this short. */
const longestList = 50

const moneyWords =
  /\b(?:price|amount|value|revenue|cost|budget|turnover|fee|mrr|arr|acv|tcv|total|prijs|bedrag|omzet|preis|betrag|umsatz|prix|montant|precio|importe)\b/u
const codeWords =
  /\b(?:id|code|zip|zipcode|postcode|postal|phone|mobile|fax|telephone|number|nr|no|sku|key|year|plz)\b/u

/** What kind of property the values of a column make, when nothing but them is known. All filled values must agree. */
export function kindOf(profile: ColumnProfile): Kind {
  if (profile.filled === 0) return 'text'
  if (profile.flags === profile.filled && profile.values.size <= 2) return 'flag'
  if (profile.days === profile.filled && !isBareNumber(profile) && oneOrder(profile)) {
    return profile.times > 0 ? 'instant' : 'day'
  }
  return profile.numbers === profile.filled && oneDecimal(profile) ? numberKind(profile) : 'text'
}

const oneOrder = (profile: ColumnProfile): boolean => profile.dayFirst === 0 || profile.monthFirst === 0
const oneDecimal = (profile: ColumnProfile): boolean => profile.decimalPoints === 0 || profile.decimalCommas === 0

const isBareNumber = (profile: ColumnProfile): boolean => profile.numbers === profile.filled && profile.ordered === 0

function numberKind(profile: ColumnProfile): Kind {
  const words = wordsOf(profile.header)
  if (profile.leadingZeros > 0) return 'text'
  if (profile.percents > 0 || /\bpercent(?:age)?\b/u.test(words) || profile.header.includes('%')) return 'percent'
  if (profile.currencies.size > 0 || (moneyWords.test(words) && !codeWords.test(words))) return 'money'
  return 'number'
}

/** Whether at least half of the values can be read as this kind; single bad ones go to quarantine. */
export function fits(profile: ColumnProfile, kind: Kind): boolean {
  const readable = readableAs(profile, kind)
  return readable === null || profile.filled === 0 || readable * 2 >= profile.filled
}

function readableAs(profile: ColumnProfile, kind: Kind): number | null {
  switch (kind) {
    case 'day':
    case 'instant':
      return profile.days
    case 'number':
    case 'money':
    case 'percent':
      return profile.numbers
    case 'flag':
      return profile.flags + profile.numbers
    case 'id':
    case 'text':
    case 'duration':
      return null
  }
}

/** The values of a text column as a closed list, when they repeat enough to be one. */
export function closedListOf(profile: ColumnProfile): readonly string[] | null {
  const { values, filled, allValuesKnown, longest } = profile
  if (!allValuesKnown || values.size === 0 || values.size > longestList || longest > 60) return null
  if (values.size * 2 > filled) return null
  return [...values.keys()]
}

/** What the column proves about the order of day and month; null when every date can be read both ways. */
export function orderOf({ dayFirst, monthFirst }: Pick<ColumnProfile, 'dayFirst' | 'monthFirst'>): DayOrder | null {
  if (dayFirst === 0 && monthFirst === 0) return null
  return dayFirst >= monthFirst ? 'day-first' : 'month-first'
}

export function decimalOf({
  decimalPoints,
  decimalCommas,
}: Pick<ColumnProfile, 'decimalPoints' | 'decimalCommas'>): DecimalSign | null {
  if (decimalPoints === 0 && decimalCommas === 0) return null
  return decimalCommas > decimalPoints ? ',' : '.'
}
