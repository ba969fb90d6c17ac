import { analyse } from 'chardet'
import iconv from 'iconv-lite'

/** What the bytes of a file told while they went by. */
export interface ByteSigns {
  readonly head: Uint8Array
  /** A piece with bytes above ASCII, when there is one. */
  readonly beyondAscii: Uint8Array | null
  readonly validUtf8: boolean
  readonly hasZero: boolean
}

/** A name that iconv knows, and null when this is no text. */
export function encodingOf(signs: ByteSigns): string | null {
  const marked = byteOrderMark(signs.head)
  if (marked) return marked
  const wide = wideWithoutMark(signs.head)
  if (wide) return wide
  if (signs.hasZero) return null
  return signs.validUtf8 ? 'utf-8' : oneByteEncoding(signs.beyondAscii ?? signs.head)
}

function byteOrderMark(head: Uint8Array): string | null {
  const [a, b, c] = head
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return a === 0xfe && b === 0xff ? 'utf-16be' : null
}

/** Latin text in two bytes a letter has a zero in nearly every second place. */
function wideWithoutMark(head: Uint8Array): string | null {
  const half = Math.floor(head.length / 2)
  if (half < 4) return null
  const zeros = (odd: number) => head.filter((byte, at) => byte === 0 && at % 2 === odd).length
  if (zeros(1) > half * 0.7 && zeros(0) < half * 0.1) return 'utf-16le'
  return zeros(0) > half * 0.7 && zeros(1) < half * 0.1 ? 'utf-16be' : null
}

/** Windows-1252 unless the letters speak clearly for another alphabet. */
function oneByteEncoding(sample: Uint8Array): string {
  const best = analyse(sample).find((match) => iconv.encodingExists(match.name) && !/^(?:utf|ascii)/iu.test(match.name))
  const clear = best && best.confidence >= 60 && !/^(?:iso-8859-(?:1|9|15)|windows-125[24])$/iu.test(best.name)
  return clear ? best.name.toLowerCase() : 'windows-1252'
}
