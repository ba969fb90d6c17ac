import { createHash } from 'node:crypto'

/** Two names with the same folded form are one name: case, width and spaces at the ends do not count. */
export const folded = (name: string): string => name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase()

/** Looser: `GTXPro`, `GTX Pro` and `gtx-pro` are alike. Only for a match that is reported. */
export const squeezed = (name: string): string => folded(name).replace(/[^\p{L}\p{N}]/gu, '')

/** A readable id that is the same at every import; what a readable form would lose comes back as a hash. */
export const idFrom = (...names: readonly string[]): string => names.map(part).join('.')

function part(name: string): string {
  const whole = folded(name)
  const slug = whole.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/gu, '')
  const short = slug.slice(0, 60)
  return short === whole.replaceAll(' ', '-') ? short : `${short || 'x'}-${hashed(whole)}`
}

const hashed = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8)

/** `Ann Lee (ann@acme.example)` and `Ann Lee <ann@acme.example>` name a person by both; either may stand alone. */
export function personIn(text: string): { readonly name: string; readonly email: string | null } {
  const [, name = '', email = ''] = /^(.*?)\s*[(<]([^\s()<>]+@[^\s()<>]+)[)>]$/u.exec(text) ?? []
  if (email) return { name: name || email, email }
  return { name: text.trim(), email: /^\S+@\S+$/.test(text.trim()) ? text.trim() : null }
}

/** `closeDate`, `close_date` and `Close Date` are the same words. */
export const wordsOf = (header: string): string =>
  folded(
    header
      .replace(/__c$/u, '')
      .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
      .replace(/[^\p{L}\p{N}]+/gu, ' '),
  )

/** `sales_price` reads `Sales price`. A header that is already written for people stays as it is. */
export function labelFrom(header: string): string {
  const plain = header.trim()
  if (/[ \p{Lu}]/u.test(plain.slice(1)) && !plain.includes('_')) return plain
  const words = wordsOf(plain)
  return words ? words.charAt(0).toUpperCase() + words.slice(1) : plain
}

/** The name of a column in the warehouse and in a URL. */
export function columnName(header: string): string {
  const name = wordsOf(header)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '')
    .slice(0, 60)
  return /^[a-z]/.test(name) ? name : `column_${name || hashed(header)}`
}
