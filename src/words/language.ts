/** The languages that every word is in; English is the one that the code is written in. */
export const languages = ['en', 'nl', 'da'] as const
export type Language = (typeof languages)[number]

const known = (tag: string): Language | undefined => {
  const primary = tag.toLowerCase().split('-')[0]
  return languages.find((language) => language === primary)
}

/** Of the languages of a reader, as a browser tells them (`nl-BE, en;q=0.8`), the one they like best that there are words in. */
export function languageFrom(accepted: string | undefined): Language {
  const wanted = (accepted ?? '').split(',').map((each) => {
    const [tag = '', weight = 'q=1'] = each.split(';').map((part) => part.trim())
    return { language: known(tag), weight: Number(weight.replace(/^q=/, '')) || 0 }
  })
  const liked = wanted.filter(({ language, weight }) => language !== undefined && weight > 0)
  return liked.toSorted((a, b) => b.weight - a.weight)[0]?.language ?? 'en'
}
