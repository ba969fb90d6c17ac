import { InvalidArgumentError } from 'commander'

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const months = 'january february march april may june july august september october november december'.split(' ')

/** The place of a word, counted from 1; the number itself is understood too. */
const placeIn = (words: readonly string[]) => (text: string) => {
  const place = words.indexOf(text.toLowerCase()) + 1 || Number(text)
  if (Number.isInteger(place) && place >= 1 && place <= words.length) return place
  throw new InvalidArgumentError(`It is one of: ${words.join(', ')}.`)
}

export const readWeekday = placeIn(weekdays)
export const readMonth = placeIn(months)

export function readTimeZone(text: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone
  } catch {
    throw new InvalidArgumentError('It is a name such as Europe/Amsterdam or UTC.')
  }
}

export const isCurrency = (code: string): boolean => Intl.supportedValuesOf('currency').includes(code)

export function readCurrency(text: string): string {
  const code = text.toUpperCase()
  if (isCurrency(code)) return code
  throw new InvalidArgumentError('It is an ISO 4217 code such as EUR.')
}
