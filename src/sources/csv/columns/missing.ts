import { wordFiles } from '../words.ts'

const spelt = (how: 'surely' | 'perhaps'): ReadonlySet<string> =>
  new Set(wordFiles.flatMap(({ empty }) => empty?.[how] ?? []).map((word) => word.toLowerCase()))

const surely = spelt('surely')
/** Words that are values in a text, and nothing where a day, a number or a person is due. */
const perhaps = spelt('perhaps')

/** Most values are told apart by their first letter. */
const perhapsLetters = new Set([...perhaps].map((word) => word.charAt(0)))
const mayBePerhaps = (text: string): boolean => perhapsLetters.has(text.charAt(0).toLowerCase().charAt(0))
const firstLetters = new Set([...surely].flatMap((word) => [word.charAt(0), word.charAt(0).toUpperCase()]))
const longest = Math.max(...[...surely, ...perhaps].map((word) => word.length))
const mayBeSurely = (text: string): boolean => text.length <= longest && firstLetters.has(text.charAt(0))

/** `#NAME?`, `#¡REF!`, `#N/A`, `#NV`, `#####`: what a spreadsheet writes where a formula or a column failed, in any language. */
export const isFormulaError = (text: string): boolean =>
  text.startsWith('#') && /^#(?:[¡¿]?\p{Lu}[\p{Lu}\d/_]*[!?]|N\/[A-Z]|NV|I\/T|#{2,})$/u.test(text)

/** Whether a filled cell says nothing: always, only where a text cannot stand, or not at all. */
export function emptiness(text: string): 'surely' | 'perhaps' | null {
  if (isFormulaError(text)) return 'surely'
  if (text.length > longest) return null
  if (mayBeSurely(text) && surely.has(text.toLowerCase())) return 'surely'
  return mayBePerhaps(text) && perhaps.has(text.toLowerCase()) ? 'perhaps' : null
}

/** What a cell says: `="007"` is a text that a spreadsheet is not to take for a number. */
export function said(cell: string | undefined): string {
  const text = cell?.trim() ?? ''
  return text.startsWith('="') && text.endsWith('"') && text.length > 3 ? text.slice(2, -1).trim() : text
}

/** The value of a cell, or null where the exporter wrote a sign for "nothing". */
export function filledIn(cell: string | undefined): string | null {
  const text = said(cell)
  return !text || isFormulaError(text) || (mayBeSurely(text) && surely.has(text.toLowerCase())) ? null : text
}

/** The same for a column whose own spellings of nothing are told; an empty list: every sign is a value. */
export function filledUnless(spellings: readonly string[] | undefined): (cell: string | undefined) => string | null {
  if (spellings === undefined) return filledIn
  if (spellings.length === 0) return (cell) => said(cell) || null
  const told = new Set(spellings.map((spelling) => spelling.toLowerCase()))
  return (cell) => {
    const text = filledIn(cell)
    return text !== null && told.has(text.toLowerCase()) ? null : text
  }
}
