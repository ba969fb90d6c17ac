import styles from './headline.module.css'

const width = 48
const height = 20
const inset = 2

/** The way a figure went; its shape only, the numbers are in the table. */
export function Sparkline({ values }: { readonly values: readonly (number | null)[] }) {
  return (
    <svg className={styles.spark} width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path d={sparkPath(values)} />
    </svg>
  )
}

/** From zero, or from the lowest value below it; a missing value is a gap. */
export function sparkPath(values: readonly (number | null)[]): string {
  const known = values.filter((value) => value !== null)
  const low = Math.min(0, ...known)
  const span = Math.max(0, ...known) - low || 1
  const x = (i: number) => inset + (i / Math.max(1, values.length - 1)) * (width - 2 * inset)
  const y = (value: number) => height - inset - ((value - low) / span) * (height - 2 * inset)
  const point = (value: number, i: number) =>
    `${(values[i - 1] ?? null) === null ? 'M' : 'L'}${x(i).toFixed(1)} ${y(value).toFixed(1)}`
  return values.map((value, i) => (value === null ? '' : point(value, i))).join('')
}
