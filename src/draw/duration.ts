import { letters } from './locale.ts'

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const

/** Milliseconds as people say them, in the largest two units: `1 d 4 h`. */
export function duration(ms: number, language: string): string {
  const sign = ms < 0 ? '−' : ''
  const first = units.findIndex(([, size]) => Math.abs(ms) >= size)
  if (first === -1) return `${sign}0 ${letters(language).second}`
  const [, smallest] = units[first + 1] ?? units[units.length - 1] ?? ['second', 1000]
  return sign + spelled(Math.round(Math.abs(ms) / smallest) * smallest, language)
}

function spelled(ms: number, language: string): string {
  let rest = ms
  const parts = units.map(([unit, size]) => {
    const count = Math.floor(rest / size)
    rest -= count * size
    return count > 0 ? `${count} ${letters(language)[unit]}` : ''
  })
  return parts.filter(Boolean).slice(0, 2).join(' ')
}
