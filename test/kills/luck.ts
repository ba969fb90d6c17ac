import { createHash } from 'node:crypto'

/** Between 0 and 1; the same for the same words. */
export const luck = (...words: readonly (string | number)[]): number =>
  createHash('sha256').update(words.join(' ')).digest().readUInt32LE() / 2 ** 32
