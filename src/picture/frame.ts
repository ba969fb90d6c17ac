import type { LegendEntry, Palette } from '../draw/index.ts'

export interface Line {
  readonly text: string
  readonly is: 'title' | 'lead' | 'note'
}

interface Framed {
  readonly width: number
  readonly margin: number
  readonly palette: Palette
  readonly head: readonly Line[]
  readonly legend: readonly LegendEntry[]
  readonly drawn: { readonly svg: string; readonly height: number }
  readonly foot: readonly Line[]
}

const looks = {
  title: { size: 18, weight: 600, height: 28, ink: 'ink' },
  lead: { size: 13, weight: 400, height: 20, ink: 'inkSoft' },
  note: { size: 12, weight: 400, height: 20, ink: 'inkFaint' },
} as const

/** About as wide as a letter is, of its size. */
const letter = 0.55
const gap = 12

/** One above the other: head, legend, chart, foot; each line of text broken where the width ends. */
export function frame({ width, margin, palette, head, legend, drawn, foot }: Framed): string {
  const place = below(margin)
  const room = width - 2 * margin
  const parts = [
    ...lines(head, room, margin, palette, place),
    ...entries(legend, room, margin, palette, place),
    `<g transform="translate(${margin} ${place(drawn.height + gap, gap)})">${drawn.svg}</g>`,
    ...lines(foot, room, margin, palette, place),
  ]
  const height = place(0) + margin
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`
  const ground = `<rect width="${width}" height="${height}" fill="${palette.surface}"/>`
  return legible(
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="${escaped(palette.font)}">${ground}${parts.join('')}</svg>`,
  )
}

/** Gives the place of the next thing of a height, and goes on below it. */
type Place = (height: number, before?: number) => number

function below(start: number): Place {
  let at = start
  return (height, before = 0) => {
    const here = at + before
    at = here + height
    return here
  }
}

function lines(all: readonly Line[], room: number, x: number, palette: Palette, place: Place): readonly string[] {
  return all.flatMap(({ text, is }) => {
    const { size, weight, height, ink } = looks[is]
    return broken(text, Math.floor(room / (size * letter))).map((line) => {
      const y = place(height) + size
      return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${palette[ink]}">${escaped(line)}</text>`
    })
  })
}

/** Between words; what is longer than a line is cut. */
export function broken(text: string, letters: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const joined = `${lines.at(-1) ?? ''} ${word}`.trim()
    if (lines.length > 0 && joined.length <= letters) lines[lines.length - 1] = joined
    else lines.push(word)
  }
  return lines.map((line) => (line.length > letters ? `${line.slice(0, letters - 1)}…` : line))
}

const swatch = 10
const entrySize = 12

function entries(all: readonly LegendEntry[], room: number, left: number, palette: Palette, place: Place) {
  let [x, y] = [left, all.length > 0 ? place(20, 6) : 0]
  return all.map((entry) => {
    const wide = Math.min(room, swatch + 6 + entry.label.length * entrySize * letter + 16)
    if (x + wide > left + room && x > left) [x, y] = [left, place(20)]
    const drawn = `${swatchOf(entry, x, y)}<text x="${x + swatch + 6}" y="${y + entrySize - 2}" font-size="${entrySize}" fill="${palette.inkSoft}">${escaped(entry.label)}</text>`
    x += wide
    return drawn
  })
}

function swatchOf({ swatch: is, colour }: LegendEntry, x: number, y: number): string {
  const box = `x="${x}" y="${y}" width="${swatch}" height="${swatch}" rx="2"`
  const line = `<path d="M${x} ${y + swatch / 2}h${swatch}" stroke="${colour}" stroke-width="2"`
  switch (is) {
    case 'filled':
      return `<rect ${box} fill="${colour}"/>`
    case 'pale':
    case 'hatched':
      return `<rect ${box} fill="${colour}" fill-opacity="0.45"/>`
    case 'outlined':
      return `<rect ${box} fill="none" stroke="${colour}"/>`
    case 'line':
      return `${line}/>`
    case 'dashed':
    case 'dotted':
      return `${line} stroke-dasharray="${is === 'dashed' ? '4 2' : '2 2'}"/>`
  }
}

/** What no XML may hold is left out, for one such sign makes the whole picture unreadable. */
const legible = (svg: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out.
  svg.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? '')

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
