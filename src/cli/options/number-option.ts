import { InvalidArgumentError } from 'commander'

/** A number from an option, no smaller than `least`. */
export const atLeast =
  (least: number) =>
  (text: string): number => {
    const number = Number(text)
    if (text.trim() === '' || !(number >= least)) throw new InvalidArgumentError(`It is a number from ${least} on.`)
    return number
  }

/** A whole number from an option, within both ends. */
export const wholeBetween =
  (least: number, most: number) =>
  (text: string): number => {
    const number = Number(text)
    if (!Number.isInteger(number) || number < least || number > most)
      throw new InvalidArgumentError(`It is a whole number from ${least} to ${most}.`)
    return number
  }
