import { expect, it } from 'vitest'
import { logTo } from './log-to.ts'

function logged(line: string, about?: Readonly<Record<string, unknown>>): string {
  const lines: string[] = []
  logTo({ write: (text) => void lines.push(text) })(line, about)
  return lines.join('')
}

it('writes one line an event, whatever line breaks a stranger puts in', () => {
  const text = logged('refused\n{"line":"forged"}', { url: '/a\r\nb\u2028c' })
  expect(text.trimEnd().split(/\r|\n/)).toHaveLength(1)
  expect(JSON.parse(text)).toMatchObject({ msg: 'refused\n{"line":"forged"}', url: '/a\r\nb\u2028c' })
})

it('raises the level of an event that has an error, and of one of security', () => {
  expect(JSON.parse(logged('request failed', { error: 'TypeError' })).level).toBe(50)
  expect(JSON.parse(logged('refused', { security: true })).level).toBe(40)
  expect(JSON.parse(logged('write')).level).toBe(30)
})

it('says when', () => expect(JSON.parse(logged('started')).time).toMatch(/^\d{4}-\d\d-\d\dT/))
