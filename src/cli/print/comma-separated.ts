import { parse } from 'csv-parse/sync'

/** `Won, "Closed, lost"` is two words: quotes keep a comma inside one. */
export function commaSeparated(text: string): readonly string[] {
  const [words = []] = parse(text, { trim: true, relax_quotes: true, relax_column_count: true })
  return words.filter((word: string) => word !== '')
}
