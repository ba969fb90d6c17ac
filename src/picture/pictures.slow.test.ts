import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ExampleFolder, exampleFolder } from '../../fixtures/example-folder.ts'
import { company } from '../../fixtures/random-company.ts'
import { fc } from '../../fixtures/seeded.ts'
import { ask, type Question } from '../answer/index.ts'
import { drawnWordsIn, palettes, type Theme, themes } from '../draw/index.ts'
import { catalogue } from '../reports/index.ts'
import { type Language, languages } from '../words/index.ts'
import { pictureOf } from './index.ts'

let folder: ExampleFolder
beforeAll(async () => {
  const [one] = fc.sample(company, { numRuns: 1, seed: 7 })
  if (!one) throw new Error('no company')
  folder = await exampleFolder(one)
})
afterAll(() => folder.remove())

async function drawn(id: string, question: Question, theme: Theme, language: Language = 'en'): Promise<string> {
  const answer = await ask({ ...folder.asking('2024-03-31'), language }, id, { range: 'this-year', ...question })
  const { currency, timeZone } = answer
  const reader = { language, currency, timeZone, tell: drawnWordsIn(language) }
  return pictureOf(answer, reader, { palette: palettes[theme], width: 960 })
}

const coloursIn = (svg: string): ReadonlySet<string> =>
  new Set([...svg.matchAll(/#[0-9a-f]{6}\b/gi)].map(([colour]) => colour.toLowerCase()))

const everyTab = (await catalogue()).flatMap(({ id, tabs }) =>
  [undefined, ...tabs.map(({ key }) => key)].map((tab) => ({ id, question: tab === undefined ? {} : { tab } })),
)

/** Every tag ends in its order, and no attribute holds the sign that ends it: what a strict reader needs. */
function isWellFormed(svg: string): boolean {
  const open: string[] = []
  const rest = svg.replaceAll(
    /<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g,
    (_, ends: string, name: string, _attributes: string, empty: string) => {
      if (ends) return open.pop() === name ? '' : '<'
      if (!empty) open.push(name)
      return ''
    },
  )
  return open.length === 0 && !rest.includes('<') && !/&(?!(amp|lt|gt|quot|apos|#\d+);)/.test(rest)
}

describe.each(themes)('without a browser, %s', (theme) => {
  const own = new Set(Object.values(palettes[theme]).flat())

  it.each(everyTab)('$id with $question is drawn in the colours of the tokens', async ({ id, question }) => {
    const svg = await drawn(id, question, theme)
    expect(isWellFormed(svg)).toBe(true)
    expect(svg).not.toMatch(/NaN|undefined|\[object/)
    expect([...coloursIn(svg)].filter((colour) => !own.has(colour))).toEqual([])
  })
})

it.each(languages)('is told in the language of who it is for: %s', async (language) => {
  const svg = await drawn('sales/deals-created', { frequency: 'monthly', by: 'none' }, 'light', language)
  expect(svg).toContain({ en: 'per month', nl: 'per maand', da: 'pr. måned' }[language])
  expect(svg).toContain({ en: 'Not over yet', nl: 'Nog niet voorbij', da: 'Ikke slut endnu' }[language])
})
