import { describe, expect, it } from 'vitest'
import { modelWith } from '../../model/index.ts'
import { grains } from '../../query/index.ts'
import { catalogue } from '../../reports/index.ts'
import da from '../../words/da.json' with { type: 'json' }
import en from '../../words/en.json' with { type: 'json' }
import { type Say, sayIn } from '../../words/index.ts'
import nl from '../../words/nl.json' with { type: 'json' }
import { saidInCode } from '../../words/said.fixture.ts'
import { rangePresets } from '../question/question.ts'
import { modelIn, reportIn } from './in-words.ts'
import { saying } from './words.ts'

const inWords = (name: string) => {
  const said = name.replaceAll(/[-_]/g, ' ')
  return said.charAt(0).toUpperCase() + said.slice(1)
}

/** Every sentence that reports and kinds of record say, and every one that an answer is made of. */
async function everySentence(): Promise<ReadonlySet<string>> {
  const heard = new Set<string>()
  const hear: Say = Object.assign(
    (english: string) => {
      heard.add(english)
      return english
    },
    { language: 'en', number: String } as const,
  )
  for (const report of await catalogue()) {
    reportIn(hear, report)
    for (const { from } of [report, ...report.tabs]) modelIn(hear, { from })
  }
  const model = modelIn(hear, modelWith([]))
  for (const { refs } of Object.values(model)) for (const name of Object.keys(refs)) heard.add(inWords(name))
  for (const preset of rangePresets) heard.add(inWords(preset))
  for (const each of [...saidInCode(), ...Object.values(saying), ...grains]) heard.add(each)
  heard.delete('')
  return heard
}

const sentences = await everySentence()
const plain = (key: string) => key.replace(/_(one|other)$/, '')
const filledIn = (text: string) => [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name))].sort()

describe.each([
  ['Dutch', nl],
  ['Danish', da],
])('%s', (_name, words: Readonly<Record<string, string>>) => {
  it('has every sentence that a reader is told, and no other', () => {
    const known = new Set(Object.keys(words).map(plain))
    expect([...sentences].filter((each) => !known.has(each))).toEqual([])
    expect([...known].filter((each) => !sentences.has(each))).toEqual([])
  })

  it('fills in the same', () => {
    const differ = Object.entries(words).filter(
      ([key, text]) =>
        `${filledIn(plain(key)).filter((name) => name !== 'count')}` !==
        `${filledIn(text).filter((name) => name !== 'count')}`,
    )
    expect(differ.map(([key]) => key)).toEqual([])
  })
})

it('has a form for one and a form for several of every sentence with a count, in each language', () => {
  const counted = Object.keys(en)
  for (const words of [en, nl, da])
    expect(
      Object.keys(words)
        .filter((key) => /_(one|other)$/.test(key))
        .sort(),
    ).toEqual(counted.toSorted())
})

describe('a sentence', () => {
  it('is said in the language of the reader with what is filled in', () => {
    expect(sayIn('en')('{{count}} rows could not be read and are in quarantine.', { count: 1 })).toBe(
      '1 row could not be read and is in quarantine.',
    )
    expect(sayIn('nl')('Unknown ({{key}})', { key: 'x' })).toBe('Onbekend (x)')
    expect(sayIn('da')('Deals won & lost')).toBe('Vundne og tabte deals')
  })
})
