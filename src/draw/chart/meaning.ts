import { seriesCount } from '../palette.ts'

/** Words whose colour is fixed, so that a call or a source looks the same in every report. */
const fixed: Readonly<Record<string, number>> = {
  CALL: 0,
  MEETING: 1,
  TASK: 2,
  EMAIL: 3,
  NOTE: 4,
  PIPELINE: 0,
  BEST_CASE: 1,
  COMMIT: 2,
  CLOSED: 3,
  OMIT: 4,
  ORGANIC_SEARCH: 0,
  PAID_SEARCH: 1,
  EMAIL_MARKETING: 2,
  SOCIAL_MEDIA: 3,
  REFERRALS: 4,
  DIRECT_TRAFFIC: 5,
  PAID_SOCIAL: 6,
  OFFLINE: 7,
  goal: 5,
}

/**
 * The place of each key in the series colours. A known word has its own place; any other key has the place that its
 * letters give, or the next free one, so that the same keys always get the same colours.
 */
export function seriesPlaces(keys: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  const known = keys.filter((key) => key in fixed)
  for (const key of known) places.set(key, fixed[key] ?? 0)
  for (const key of [...keys].filter((key) => !(key in fixed)).sort()) {
    places.set(key, nextFree(hash(key) % seriesCount, new Set(places.values())))
  }
  return places
}

function nextFree(start: number, taken: ReadonlySet<number>): number {
  const offset = Array.from({ length: seriesCount }, (_, i) => i).find((i) => !taken.has((start + i) % seriesCount))
  return (start + (offset ?? 0)) % seriesCount
}

/** FNV-1a over UTF-16 units. */
const hash = (text: string) =>
  [...text].reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 16777619) >>> 0, 2166136261)
