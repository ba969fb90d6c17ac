import { expect, it } from 'vitest'
import { type Asking, presentOf } from './asking.ts'

const at = (now: string, refreshedAt: string | null) => {
  // Only what the present depends on.
  const asking = { now: () => Temporal.Instant.from(now), moment: { refreshedAt } } as Asking
  return presentOf(asking).toString()
}

it.each([
  ['the minute that has begun', '2024-03-05T10:20:59.999Z', null, '2024-03-05T10:20:00Z'],
  ['that of a load before', '2024-03-05T10:20:30Z', '2024-03-05T10:19:59Z', '2024-03-05T10:20:00Z'],
  ['a load in this minute', '2024-03-05T10:20:30Z', '2024-03-05T10:20:10.5Z', '2024-03-05T10:20:10.5Z'],
  ['no load that is still to come', '2024-03-05T10:20:30Z', '2024-03-05T10:21:00Z', '2024-03-05T10:20:00Z'],
])('takes %s for the present', (_, now, refreshedAt, present) => {
  expect(at(now, refreshedAt)).toBe(present)
})
