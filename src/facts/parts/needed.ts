import type { Uses } from '../fact.ts'

/** Of columns by name, those that the question needs, as a SELECT writes them; the first when it needs none. */
export function needed(columns: Readonly<Record<string, string>>, uses: Uses): string {
  const all = Object.entries(columns)
  const used = all.filter(([name]) => uses(name))
  return (used.length > 0 ? used : all.slice(0, 1)).map(([name, sql]) => `${sql} AS ${name}`).join(',\n      ')
}
