import { expect, it } from 'vitest'
import { above, divided, leastMb, limitIn, readMemory, usualMemoryMb } from './memory-budget.ts'

it.each([
  [800, 180, 120],
  [1500, 495, 330],
  [4000, 1620, 1080],
  [16_000, 7020, 4680],
])('divides %i MB: %i to answer, %i to load', (total, answeringMb, loadingMb) => {
  const parts = divided(total)
  expect(parts).toMatchObject({ answeringMb, loadingMb })
  expect(parts.answeringMb + parts.loadingMb + parts.answersMb + parts.overheadMb).toBe(total)
})

it.each([
  ['1500MB', 1500],
  ['2GB', 2000],
  ['1.5 gb', 1500],
  ['2GiB', 2147],
  ['1024MiB', 1073],
])('reads %s as %i MB', (text, megabytes) => expect(readMemory(text)).toBe(megabytes))

it.each(['', '1500', '1500M', '-2GB', '1e3MB', '2 TB', '0x10GB', 'two GB', '99999999GB', '1,5GB'])(
  'refuses %j, which is no size',
  (text) => expect(() => readMemory(text)).toThrow(expect.objectContaining({ code: 'memory-unreadable' })),
)

it.each(['799MB', '0GB', '0.5GB'])('refuses %s, which is too small', (text) =>
  expect(() => readMemory(text)).toThrow(expect.objectContaining({ code: 'memory-too-small' })),
)

it('looks for a limit in all groups around', () => {
  expect(above('/a/b')).toEqual(['/a/b', '/a', '/'])
  expect([limitIn('1000000\n'), limitIn('max\n'), limitIn('')]).toEqual([1_000_000, Infinity, Infinity])
})

it('finds something to begin with on every machine', () => {
  expect(usualMemoryMb()).toBeGreaterThanOrEqual(leastMb)
})
