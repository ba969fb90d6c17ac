import { describe, expect, it } from 'vitest'
import { nameWithin } from './names.ts'

describe('a name below its column', () => {
  it.each([
    ['Anna Snelling', 200, 'Anna Snelling'],
    ['Anna Snelling', 60, 'Anna\nSnelling'],
    ['Jasmijn van den Berg', 74, 'Jasmijn van\nden Berg'],
    ['Kary Hendrixson', 50, 'Kary\nHendrix…'],
    ['Wolfeschlegelstein', 62, 'Wolfeschl…'],
  ])('fits: %s', (name, width, lines) => {
    expect(nameWithin(name, width)).toBe(lines)
  })
})
