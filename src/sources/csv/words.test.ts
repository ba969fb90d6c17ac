import { describe, expect, it } from 'vitest'
import { fileKinds, recordKinds, targetsOf } from './fields/targets.ts'
import { wordsOf } from './names.ts'
import { readWordFile, type WordFile, wordFileNames } from './words.ts'

const listsOf = ({ stages, ...rest }: WordFile): readonly (readonly string[])[] =>
  arraysIn({ ...rest, stages: { ...stages, open: [] } })

const arraysIn = (value: unknown): readonly (readonly string[])[] =>
  Array.isArray(value)
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(arraysIn)
      : []

describe.each(wordFileNames)('the words in %s', (name) => {
  const file = readWordFile(name)

  it('stand under the product and language that its name says', () => {
    expect(name).toBe(`${file.product.toLowerCase()}.${file.language}.json`)
  })

  it('are sorted, each once', () => {
    for (const list of listsOf(file)) expect(list).toEqual([...new Set(list)].sort())
  })

  it('mean fields that there are, and no word means two of them', () => {
    for (const kind of fileKinds) {
      const claimed = [...Object.entries(file.fields?.[kind] ?? {}), ...Object.entries(file.also?.[kind] ?? {})]
      const words = claimed.flatMap(([word, headers]) => {
        expect(targetsOf[kind].has(word), `${kind}.${word}`).toBe(true)
        return [...new Set(headers.map(wordsOf))].map((header) => ({ header, word }))
      })
      const twice = [...Map.groupBy(words, ({ header }) => header).values()].filter(
        (same) => new Set(same.map(({ word }) => word)).size > 1,
      )
      expect(twice).toEqual([])
    }
  })

  it('say values that their fields have', () => {
    for (const kind of recordKinds)
      for (const [word, values] of Object.entries(file.values?.[kind] ?? {})) {
        const target = targetsOf[kind].get(word)
        const known = target?.is === 'field' ? (target.field.options ?? []).map(({ value }) => value) : []
        expect(known).toEqual(expect.arrayContaining(Object.keys(values)))
      }
  })
})
