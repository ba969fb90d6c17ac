import { Option } from 'commander'
import { type Language, languageFrom, languages } from '../../words/index.ts'

/** What an answer is said in, and how its numbers and days are written: `nl`, and `nl-BE`. */
export interface Spoken {
  readonly language: Language
  readonly tag: string
}

export const languageOption = () =>
  new Option(
    '--language <language>',
    'what the answer is said in; without it the language of the terminal, and English in json and csv',
  ).choices(languages)

type Environment = Readonly<Record<string, string | undefined>>

/** A script must not depend on who runs it: only what people read follows the terminal. */
export function spokenIn(chosen: Language | undefined, isForPeople: boolean, environment: Environment): Spoken {
  if (chosen) return { language: chosen, tag: chosen }
  return isForPeople ? ofTerminal(environment) : english
}

const english: Spoken = { language: 'en', tag: 'en' }

/** `nl_BE.UTF-8` is Dutch as Belgians write it; what there are no words in, such as `C`, is English. */
function ofTerminal({ LC_ALL, LC_MESSAGES, LANG }: Environment): Spoken {
  const [name = ''] = (LC_ALL || LC_MESSAGES || LANG || '').split(/[.@]/)
  const tag = name.replaceAll('_', '-')
  const language = languageFrom(tag)
  return tag.toLowerCase().split('-')[0] === language && isTag(tag) ? { language, tag } : english
}

function isTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1
  } catch {
    return false
  }
}
