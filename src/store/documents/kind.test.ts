import { expect, it } from 'vitest'
import { bookmark } from './bookmark.fixture.ts'
import { changesBetween } from './changes.ts'
import { contentOf, versionOf } from './kind.ts'

const written = (version: number, content: object) => {
  const revision = { kind: 'bookmark', id: 'b', revision: 1, at: '2024-06-01T12:00:00Z', by: 'ann' }
  return contentOf(bookmark, { ...revision, version, content: JSON.parse(JSON.stringify(content)) })
}
const today = { title: 'Mine', question: { report: 'sales/chats', range: 'this-quarter' }, tags: [] }

it('has a version more than it has upgrades', () => expect(versionOf(bookmark)).toBe(3))

it.each([
  [1, { title: 'Mine', report: 'sales/chats' }],
  [2, { title: 'Mine', question: { report: 'sales/chats' } }],
  [3, today],
])('reads what was written in version %i', (version, content) => expect(written(version, content)).toEqual(today))

it('refuses a version that is still to come, and what is not as its version says', () => {
  expect(() => written(4, today)).toThrow(/newer Plumbline \(version 4; this one knows 3\)/)
  expect(() => written(1, today)).toThrow(/not what version 1 of its kind looks like/)
  expect(() => written(3, { ...today, admin: true })).toThrow(/version 3/)
})

it('tells two contents apart part by part, and a list as a whole', () => {
  const other = { title: 'Mine', question: { report: 'sales/chats', range: 'all-time' }, tags: ['x'], more: 1 }
  expect(changesBetween(today, other)).toEqual([
    { field: 'more', from: null, to: 1 },
    { field: 'question.range', from: 'this-quarter', to: 'all-time' },
    { field: 'tags', from: [], to: ['x'] },
  ])
  expect(changesBetween(today, structuredClone(today))).toEqual([])
})
