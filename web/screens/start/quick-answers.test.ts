import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import { everyQuickAnswer, quickTopics } from './quick-answers.ts'

it.each(everyQuickAnswer)('answers “$ask” by a report that there is', ({ report }) => {
  expect(existsSync(new URL(`../../../src/reports/${report}.ts`, import.meta.url))).toBe(true)
})

it('asks every question once', () => {
  expect(new Set(everyQuickAnswer.map(({ ask }) => ask)).size).toBe(everyQuickAnswer.length)
})

it('offers only questions whose report there is', () => {
  const report = { id: 'sales/deal-funnel', collection: '', topic: '', title: '', question: '', about: '' }
  expect(quickTopics([report]).flatMap(({ answers }) => answers.map((answer) => answer.report))).toEqual([report.id])
})
