import { InvalidArgumentError } from 'commander'

/** A number from an option, no smaller than `least`. */
export const atLeast =
  (least: number) =>
  (text: string): number => {
    const number = Number(text)
    if (text.trim() === '' || !(number >= least)) throw new InvalidArgumentError(`It is a number from ${least} on.`)
    return number
  }
