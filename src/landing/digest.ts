import { createHash } from 'node:crypto'

/** SHA-256 in hexadecimal, of what is at hand whole. */
export const digestOf = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex')
