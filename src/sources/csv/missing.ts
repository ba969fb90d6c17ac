const surely = new Set([
  'n/a',
  '#n/a',
  'null',
  '(blank)',
  '(none)',
  '(empty)',
  '(no value)',
  '-',
  '--',
  '---',
  '–',
  '—',
  '?',
  '??',
])

/** Words that are values in a text, and nothing where a day, a number or a person is due. */
const perhaps = new Set(['none', 'na', 'nil', 'nan', 'unknown', 'undefined', 'unassigned', 'not set', '0000-00-00'])

/** Most values are told apart by their first letter. */
const mayBeSurely = /^[-–—#(nN?]/
const longest = 20

/** Whether a filled cell says nothing: always, only where a text cannot stand, or not at all. */
export function emptiness(text: string): 'surely' | 'perhaps' | null {
  if (text.length > longest) return null
  if (mayBeSurely.test(text) && surely.has(text.toLowerCase())) return 'surely'
  return perhaps.has(text.toLowerCase()) ? 'perhaps' : null
}

/** The value of a cell, or null where the exporter wrote a sign for "nothing". */
export function filledIn(cell: string | undefined): string | null {
  const text = cell?.trim()
  return !text || (mayBeSurely.test(text) && emptiness(text) === 'surely') ? null : text
}

/** The same for a column whose own spellings of nothing are told; an empty list: every sign is a value. */
export function filledUnless(spellings: readonly string[] | undefined): (cell: string | undefined) => string | null {
  if (spellings === undefined) return filledIn
  if (spellings.length === 0) return (cell) => cell?.trim() || null
  const told = new Set(spellings.map((spelling) => spelling.toLowerCase()))
  return (cell) => {
    const text = filledIn(cell)
    return text !== null && text.length <= longest * 2 && told.has(text.toLowerCase()) ? null : text
  }
}
