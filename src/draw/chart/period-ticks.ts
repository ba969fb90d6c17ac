/** Which labels of a time axis are written: evenly spaced, and the year only where it changes. */
export function periodTicks(labels: readonly string[], width: number): readonly string[] {
  const parts = labels.map(headAndYear)
  const step = everyOf(parts, width)
  let year = ''
  return parts.map((part, i) => {
    if (i % step !== 0) return ''
    const changed = part.year !== year
    year = part.year
    return changed && part.year ? `${part.head}\n${part.year}` : part.head
  })
}

const letterWidth = 7
const gap = 14

function everyOf(parts: readonly { readonly head: string }[], width: number): number {
  const widest = Math.max(...parts.map(({ head }) => Math.max(head.length, 4)), 4) * letterWidth + gap
  return Math.max(1, Math.ceil(parts.length / Math.max(1, Math.floor(width / widest))))
}

/** `Mar 2017` is `Mar` and `2017`; a label without a year of its own is left as it is. */
function headAndYear(label: string): { readonly head: string; readonly year: string } {
  const [, head, year] = /^(.+?),? (\d{4})$/.exec(label) ?? []
  return head && year ? { head, year } : { head: label, year: '' }
}
