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
  if (clear && !/^(?:windows-1250|iso-8859-2)$/iu.test(best.name)) return best.name.toLowerCase()
  if (isMacintosh(sample)) return 'macintosh'
  return clear ? best.name.toLowerCase() : 'windows-1252'
}

const isLetter = (byte: number | undefined): boolean =>
  byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a))

/** Letters with accents lie in other places there: within words, what is `ä` in one is a sign or a Slavic letter in the other. */
const macLetters = new Set([...'ÅáàâäãçéèêëíìîïñóòôöõúùûüßÆØæø'].map((letter) => iconv.encode(letter, 'macintosh')[0]))
const windowsLetters = new Set(
  [...'ÅáàâäãçéèêëíìîïñóòôöõúùûüßÆØæøÄÖÜÉ'].map((letter) => iconv.encode(letter, 'windows-1252')[0]),
)

/** Quotes, dashes and their like of Windows, which stand around words; an apostrophe stands within them too. */
const windowsSigns = new Set(iconv.encode('€‚„…‘“”•–—™', 'windows-1252'))
const apostrophe = 0x92

function isMacintosh(sample: Uint8Array): boolean {
  let [mac, windows] = [0, 0]
  for (let at = 0; at < sample.length; at++) {
    const byte = sample[at] ?? 0
    const beside = Number(isLetter(sample[at - 1])) + Number(isLetter(sample[at + 1]))
    if (byte < 0x80 || byte === apostrophe || beside < (windowsSigns.has(byte) ? 2 : 1)) continue
    if (windowsLetters.has(byte)) windows++
    else if (macLetters.has(byte)) mac++
  }
  return mac > windows
}
