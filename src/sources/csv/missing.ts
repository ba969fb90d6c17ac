const sayingNothing = new Set([
  'n/a',
  '#n/a',
  'null',
  '(blank)',
  '(none)',
  '(empty)',
  '(no value)',
  '-',
  '--',
  '–',
  '—',
])

/** Most values are told apart by their first letter. */
const mayStart = /^[-–—#(nN]/

/** The value of a cell, or null where the exporter wrote a sign for "nothing". */
export function filledIn(cell: string | undefined): string | null {
  const text = cell?.trim()
  return !text || (mayStart.test(text) && sayingNothing.has(text.toLowerCase())) ? null : text
}
