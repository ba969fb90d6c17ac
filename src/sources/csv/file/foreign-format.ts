const signatures: readonly (readonly [what: string, bytes: readonly number[]])[] = [
  ['a zipped file, such as an Excel workbook', [0x50, 0x4b, 0x03, 0x04]],
  ['an old Excel workbook', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a PDF', [0x25, 0x50, 0x44, 0x46]],
  ['a gzip archive', [0x1f, 0x8b]],
  ['a Parquet file', [0x50, 0x41, 0x52, 0x31]],
  ['a SQLite database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20]],
  ['an image', [0x89, 0x50, 0x4e, 0x47]],
  ['an image', [0xff, 0xd8, 0xff]],
]

/** What the first bytes of a file say it is instead of a table of text; null when nothing speaks against it. */
export const foreignBytes = (head: Uint8Array): string | null =>
  signatures.find(([, bytes]) => bytes.every((byte, at) => head[at] === byte))?.[0] ?? null

/** The same for text that has another form. */
export function foreignText(text: string): string | null {
  const start = text.trimStart()
  if (/^<(?:!doctype|html|\?xml|head|body|table)/iu.test(start)) return 'a web page or XML'
  if (/^(?:\{\s*["}]|\[\s*[[{])/u.test(start)) return 'JSON'
  if (/^\{\\rtf/u.test(start)) return 'a text document'
  if (start.startsWith('BEGIN:VC')) return 'a calendar or address card'
  return null
}
