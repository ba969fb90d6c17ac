import type { Kind } from './field.ts'

/** What a reader calls a value of this kind. */
export const kindNouns: Readonly<Record<Kind, string>> = {
  id: 'an id',
  text: 'a text',
  flag: 'true or false',
  number: 'a number',
  money: 'an amount',
  percent: 'a percentage',
  day: 'a day like 2024-12-31',
  instant: 'a date and time like 2024-12-31T09:30:00Z',
  duration: 'a number of milliseconds',
}
