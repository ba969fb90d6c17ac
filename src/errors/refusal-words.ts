import type { Language } from '../words/index.ts'
import { ourFault } from './our-fault.ts'
import type { Refusal } from './refusal.ts'
import type { RefusalCode } from './refusals.ts'
import da from './words/da.json' with { type: 'json' }
import nl from './words/nl.json' with { type: 'json' }

interface Told {
  /** What is filled in stands in it as `{{report}}`, by its name in the English sentence. */
  readonly sentences: Readonly<Partial<Record<string, string>>>
  readonly ours: string
  readonly meant: string
  readonly or: string
  /** What is filled in and is itself a word, such as a kind of document. */
  readonly values: Readonly<Partial<Record<string, string>>>
}

const toldIn: Readonly<Record<Exclude<Language, 'en'>, Told>> = { nl, da }

/** The sentence of a refusal in the language of who asked. The English one is its own. */
export function refusalIn(language: Language, refusal: Refusal): string {
  if (language === 'en') return refusal.message
  const told = toldIn[language]
  const sentence = told.sentences[refusal.code]
  if (sentence === undefined) return refusal.message
  const of: Readonly<Record<string, unknown>> = { ...refusal.of }
  return sentence.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => filled(of[name], language, told))
}

function filled(value: unknown, language: Language, told: Told): string {
  if (Array.isArray(value)) return meant(value.map(String), told)
  if (typeof value === 'number') return value.toLocaleString(language)
  const text = String(value ?? '')
  return told.values[text] ?? text
}

/** What a misspelt name may have meant; nothing where nothing is like it. */
const meant = (names: readonly string[], told: Told): string =>
  names.length === 0 ? '' : told.meant.replace('{{names}}', names.map((name) => `‘${name}’`).join(told.or))

export const ourFaultIn = (language: Language, logId: string): string =>
  language === 'en' ? ourFault(logId) : toldIn[language].ours.replace('{{logId}}', logId)

/** Met on the command line alone, which is English: no screen is open then, or no server has begun. */
export const ofTheCommandLine: readonly RefusalCode[] = [
  'document-file-unreadable',
  'report-or-document',
  'data-folder-busy',
  'data-folder-foreign',
  'data-folder-unusable',
  'data-folder-damaged',
  'data-folder-missing',
  'data-newer',
  'data-older',
  'warehouse-missing',
  'port-taken',
  'memory-unreadable',
  'memory-too-small',
  'condition-unreadable',
  'output-unwritable',
  'option-unreadable',
  'command-missing',
  'command-misused',
  'csv-path-missing',
  'csv-path-closed',
  'csv-folder-without',
  'csv-mapping-missing',
  'csv-mapping-no-json',
  'csv-unanswered',
]
