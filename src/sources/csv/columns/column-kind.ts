import type { Kind } from '../../../model/index.ts'
import { wordsOf } from '../names.ts'
import type { ColumnProfile } from './column-profile.ts'

/** A closed list is offered to choose from when it is this short. */
const longestList = 50

const moneyWords =
  /\b(?:price|amount|value|revenue|cost|budget|turnover|fee|mrr|arr|acv|tcv|total|prijs|bedrag|omzet|preis|betrag|umsatz|prix|montant|precio|importe)\b/u
const codeWords =
  /\b(?:id|code|zip|zipcode|postcode|postal|phone|mobile|fax|telephone|number|nr|no|sku|key|year|plz)\b/u

/** What kind of property the values of a column make, when nothing but them is known. All filled values must agree. */
export function kindOf(profile: ColumnProfile): Kind {
  const filled = speaking(profile)
  if (filled === 0) return 'text'
  if (profile.flags === filled && profile.values.size - profile.perhapsEmpties.size <= 2) return 'flag'
  if (profile.days === filled && !isBareNumber(profile) && oneOrder(profile)) {
    return profile.times > 0 ? 'instant' : 'day'
  }
  return profile.numbers === filled && oneDecimal(profile) ? numberKind(profile) : 'text'
}

/** Cells that say something, if the column is no text. */
export const speaking = ({ filled, perhapsEmpties }: ColumnProfile): number =>
  filled - [...perhapsEmpties.values()].reduce((sum, rows) => sum + rows, 0)

/** Two proven formats are one column when each value can be read in one way only. */
const oneOrder = ({ dayFirst, monthFirst, openDays }: ColumnProfile): boolean =>
  dayFirst === 0 || monthFirst === 0 || openDays === 0
const oneDecimal = ({ decimalPoints, decimalCommas, openNumbers }: ColumnProfile): boolean =>
  decimalPoints === 0 || decimalCommas === 0 || openNumbers === 0

const isBareNumber = (profile: ColumnProfile): boolean => profile.numbers === profile.filled && profile.ordered === 0

function numberKind(profile: ColumnProfile): Kind {
  const words = wordsOf(profile.header)
  if (profile.leadingZeros > 0 || (profile.scaled > 0 && !isMoney(profile, words))) return 'text'
  if (profile.percents > 0 || /\bpercent(?:age)?\b/u.test(words) || profile.header.includes('%')) return 'percent'
  return isMoney(profile, words) ? 'money' : 'number'
}

const isMoney = ({ currencies }: ColumnProfile, words: string): boolean =>
  currencies.size > 0 || (moneyWords.test(words) && !codeWords.test(words))

/** Whether at least half of the values can be read as this kind; single bad ones go to quarantine. */
export function fits(profile: ColumnProfile, kind: Kind): boolean {
  const readable = readableAs(profile, kind)
  return readable === null || readable * 2 >= speaking(profile)
}

function readableAs(profile: ColumnProfile, kind: Kind): number | null {
  switch (kind) {
    case 'day':
    case 'instant':
      return profile.days + profile.datesInDigits
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
