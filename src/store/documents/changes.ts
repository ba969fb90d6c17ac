import { isDeepStrictEqual } from 'node:util'

/** What one part of a content was and became; null where it was or is not there. */
export interface Change {
  /** The way to it, such as `range.from`. A list is one part. */
  readonly field: string
  readonly from: unknown
  readonly to: unknown
}

type Parts = Readonly<Record<string, unknown>>

const isParts = (value: unknown): value is Parts => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Each part that differs, in the order of their names. */
export function changesBetween(before: unknown, after: unknown): readonly Change[] {
  return differences(isParts(before) ? before : {}, isParts(after) ? after : {}, '')
}

function differences(before: Parts, after: Parts, above: string): readonly Change[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  return names.flatMap((name) => difference(before[name] ?? null, after[name] ?? null, `${above}${name}`))
}

function difference(from: unknown, to: unknown, field: string): readonly Change[] {
  if (isParts(from) && isParts(to)) return differences(from, to, `${field}.`)
  return isDeepStrictEqual(from, to) ? [] : [{ field, from, to }]
}
