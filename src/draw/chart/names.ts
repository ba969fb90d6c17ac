/** About as wide as a letter of a name is, in pixels. */
const letterWidth = 6.2
const mostLines = 2

/** A name within a narrow column: broken between words into two lines, and what is too long for its line is cut. */
export function nameWithin(name: string, width: number): string {
  const letters = Math.max(3, Math.floor(width / letterWidth))
  const lines: string[] = []
  for (const word of name.split(/\s+/)) {
    const joined = `${lines.at(-1) ?? ''} ${word}`.trim()
    const fits = lines.length > 0 && (joined.length <= letters || lines.length === mostLines)
    if (fits) lines[lines.length - 1] = joined
    else lines.push(word)
  }
  return lines.map((line) => (line.length > letters ? `${line.slice(0, letters - 1)}…` : line)).join('\n')
}
