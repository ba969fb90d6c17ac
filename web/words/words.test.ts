import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filledIn, sentences } from '../../fixtures/sentences.ts'
import da from './da.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }
import { languageOf, writtenIn } from './language.ts'
import nl from './nl.json' with { type: 'json' }

const english = sentences(en)

const root = join(import.meta.dirname, '..')
const code = globSync('**/*.{ts,tsx}', { cwd: root, exclude: (name) => name.endsWith('.test.ts') })
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .join('\n')

describe.each([
  ['Dutch', sentences(nl)],
  ['Danish', sentences(da)],
])('%s', (_name, others) => {
  it('has every sentence that English has, and no other', () => {
    expect([...others.keys()].toSorted()).toEqual([...english.keys()].toSorted())
  })

  it('fills in the same', () => {
    const differ = [...english].filter(([key, text]) => `${filledIn(text)}` !== `${filledIn(others.get(key) ?? '')}`)
    expect(differ.map(([key]) => key)).toEqual([])
  })
})

/** A key is written out, or made of a written beginning or end and what it is about: words(`range.${preset}`). */
function isSaid(key: string): boolean {
  const plain = key.replace(/_(one|other)$/, '')
  if (code.includes(`'${plain}'`)) return true
  const steps = plain.split('.')
  return steps.some((_, index) => {
    const [before, after] = [steps.slice(0, index).join('.'), steps.slice(index + 1).join('.')]
    if (before === '') return false
    const made = `\`${before}.\${`
    return after === ''
      ? code.includes(made)
      : code.split(made).some((rest, at) => at > 0 && rest.includes(`}.${after}\``))
  })
}

it('has no sentence that nothing says', () => {
  expect([...english.keys()].filter((key) => !isSaid(key))).toEqual([])
})

describe('the language of a reader', () => {
  it.each([
    [null, ['nl-BE', 'en'], 'nl'],
    [null, ['de-DE', 'da', 'en'], 'da'],
    [null, ['fr'], 'en'],
    ['da', ['nl'], 'da'],
    ['xx', ['nl'], 'nl'],
    [null, [], 'en'],
  ] as const)('who chose %s in a browser of %s is %s', (chosen, browser, language) => {
    expect(languageOf(chosen, browser)).toBe(language)
  })

  it('is written as in the country of the browser where that speaks it', () => {
    expect(writtenIn('nl', ['en-GB', 'nl-BE'])).toBe('nl-BE')
    expect(writtenIn('da', ['nl-BE'])).toBe('da')
  })
})
