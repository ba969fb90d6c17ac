import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filledIn, sentences } from '../../fixtures/sentences.ts'
import da from './words/da.json' with { type: 'json' }
import en from './words/en.json' with { type: 'json' }
import nl from './words/nl.json' with { type: 'json' }
import { type DrawnKey, drawnWordsIn } from './words.ts'

const english = sentences(en)

describe.each([
  ['Dutch', sentences(nl)],
  ['Danish', sentences(da)],
])('what is drawn, in %s,', (_name, others) => {
  it('has every sentence that English has, and no other', () => {
    expect([...others.keys()].toSorted()).toEqual([...english.keys()].toSorted())
  })

  it('fills in the same', () => {
    const differ = [...english].filter(([key, text]) => `${filledIn(text)}` !== `${filledIn(others.get(key) ?? '')}`)
    expect(differ.map(([key]) => key)).toEqual([])
  })
})

it('has no sentence that nothing says', () => {
  const root = join(import.meta.dirname, '../..')
  const code = globSync(['src/**/*.ts', 'web/**/*.{ts,tsx}'], {
    cwd: root,
    exclude: (name) => name.endsWith('.test.ts'),
  })
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n')
  const isSaid = (key: string) => {
    const plain = key.replace(/_(one|other)$/, '')
    const made = `\`${plain.split('.')[0]}.\${`
    return code.includes(`'${plain}'`) || (plain.includes('.') && code.includes(made))
  }
  expect([...english.keys()].filter((key) => !isSaid(key))).toEqual([])
})

it('is said apart from a screen', () => {
  const of = { type: 'Ringdiagram', measure: 'Gewonnen', count: 1234 }
  const key: DrawnKey = 'summary'
  expect(drawnWordsIn('nl')(key, of)).toBe('Ringdiagram van Gewonnen: 1.234 punten.')
  expect(drawnWordsIn('en')('earlier')).toBe('Before')
})
