import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { backupRefusals } from './backup-refusals.ts'
import { Refusal } from './refusal.ts'
import { ofTheCommandLine, ourFaultIn, refusalIn } from './refusal-words.ts'
import { refusals } from './refusals.ts'
import da from './words/da.json' with { type: 'json' }
import nl from './words/nl.json' with { type: 'json' }

const alone = new Set<string>([...ofTheCommandLine, ...Object.keys(backupRefusals)])
const wanted = Object.keys(refusals).filter((code) => !alone.has(code))

/** What each sentence may be filled with, as its code says it. */
const source = globSync('*refusals.ts', { cwd: import.meta.dirname })
  .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
  .join('\n')

function namesOf(code: string): ReadonlySet<string> {
  const from = source.indexOf(`'${code}': [`)
  const [entry = ''] = source.slice(from).split(/\n {2}'[a-z-]+': \[|\n\} as const/, 1)
  const names = [...entry.matchAll(/\(of: \{([^}]*)\}\)/gs)].flatMap(([, fields = '']) =>
    [...fields.matchAll(/(\w+)\??:/g)].map(([, name = '']) => name),
  )
  return new Set(names)
}

describe.each([
  ['Dutch', nl],
  ['Danish', da],
])('%s', (_name, { sentences, values }) => {
  const told: Readonly<Record<string, string>> = sentences

  it('has a sentence for each refusal that a reader of the screen can meet, and no other', () => {
    expect(Object.keys(told).toSorted()).toEqual(wanted.toSorted())
  })

  it('fills in nothing that the refusal does not have', () => {
    const strange = Object.entries(told).flatMap(([code, text]) => {
      const names = namesOf(code)
      return [...text.matchAll(/\{\{(\w+)\}\}/g)]
        .filter(([, name = '']) => !names.has(name))
        .map(([all]) => [code, all])
    })
    expect(strange).toEqual([])
  })

  it('ends each sentence', () => {
    expect(Object.entries(told).filter(([, text]) => !/[.})]$/.test(text))).toEqual([])
    expect(Object.values(values).every((word) => word !== '')).toBe(true)
  })
})

describe('a refusal', () => {
  const unknown = new Refusal('value-unknown', { field: 'Fase', value: 'Gewonen', similar: ['Gewonnen', 'Verloren'] })

  it('is told in the language of who asked, with its values', () => {
    expect(refusalIn('nl', unknown)).toBe(
      'Geen enkel record heeft ‘Gewonen’ in Fase. Bedoelde je ‘Gewonnen’ of ‘Verloren’? De waarden die voorkomen staan in de lijst waar het filter wordt gekozen.',
    )
    expect(refusalIn('da', new Refusal('body-too-large', { bytes: 262_144 }))).toContain('262.144 bytes')
    expect(refusalIn('nl', new Refusal('name-unknown', { kind: 'team', name: 'x', similar: [] }))).toBe(
      'In de gegevens is geen team met de naam of het id ‘x’.',
    )
  })

  it('is English for who asks in English, and on the command line', () => {
    expect(refusalIn('en', unknown)).toBe(unknown.message)
    const busy = new Refusal('port-taken', { port: 80 })
    expect(refusalIn('nl', busy)).toBe(busy.message)
  })

  it('tells of a fault of ours in the same language', () => {
    expect(ourFaultIn('da', '7')).toContain('under 7.')
  })
})
