/** More are not offered. */
const most = 3

/** The names that were probably meant: those that begin alike, then those that a slip or two away from it. */
export function similar(typed: string, known: Iterable<string>): readonly string[] {
  const wanted = folded(typed)
  const slips = Math.max(1, Math.floor(wanted.length / 3))
  return [...new Set(known)]
    .map((name) => ({ name, away: begins(wanted, folded(name)) ? 0.5 : distance(wanted, folded(name), slips) }))
    .filter(({ away }) => away <= slips)
    .toSorted((a, b) => a.away - b.away || a.name.localeCompare(b.name))
    .slice(0, most)
    .map(({ name }) => name)
}

const folded = (text: string) => text.trim().toLowerCase()
const begins = (typed: string, name: string) => typed.length > 1 && typed !== name && name.startsWith(typed)

/** Letters that were left out, put in, exchanged or swapped with their neighbour. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return Number.POSITIVE_INFINITY
  let [twoBefore, before]: readonly number[][] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (before?.[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1])
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swapped = isSwap ? (twoBefore?.[j - 2] ?? 0) + 1 : changed
      row.push(Math.min(changed, swapped, (before?.[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    ;[twoBefore, before] = [before, row]
  }
  return before?.at(-1) ?? 0
}
