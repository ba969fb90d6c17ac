import { Refusal } from '../../errors/index.ts'

/** Where in a document: `measures[0].value`. */
export type At = string

/** One sentence on what cannot be so, and where in the document it stands. */
export const wrong = (at: At, what: string): Refusal<'report-document-wrong'> =>
  new Refusal('report-document-wrong', { at: at === '' ? 'the top' : at.slice(0, 300), wrong: what.slice(0, 600) })

/** The place of an issue as one would write it in code. */
export const placeOf = (path: readonly PropertyKey[]): At =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '')

/** Names that are looked up stand once. */
export function once<T>(all: readonly T[], nameOf: (one: T) => string, at: (index: number) => At): readonly T[] {
  const names = all.map(nameOf)
  const twice = names.findIndex((name, index) => names.indexOf(name) < index)
  if (twice >= 0) throw wrong(at(twice), `'${names[twice]}' stands twice`)
  return all
}
