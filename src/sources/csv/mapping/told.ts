import { isDeepStrictEqual } from 'node:util'
import { kindPlace, type Lines, linesOf, mappingOf, orderPlace, pathOf, placeOf } from './lines.ts'
import type { FileMapping, Mapping } from './mapping.ts'

/** What people told, by file: in the mapping file, as an answer, or on the data page. */
export type Told = ReadonlyMap<string, Lines>

/** How an import read a file, and at which places it was told to. */
export interface Conclusion {
  readonly mapping: FileMapping
  readonly told: readonly string[]
}

/** What the imports that stand concluded, by file. */
export type Conclusions = ReadonlyMap<string, Conclusion>

/** What of a file's mapping differs from what was concluded, and so was told by a person. */
export function toldIn(shown: FileMapping | undefined, concluded: Lines): Lines {
  if (!shown || shown.records === '?') return new Map(concluded.size > 0 ? [[kindPlace, null]] : [])
  const lines = linesOf(shown)
  const isOfOtherKind = concluded.has(kindPlace) && concluded.get(kindPlace) !== lines.get(kindPlace)
  const before: Lines = isOfOtherKind ? new Map() : concluded
  const struck = [...before.keys()].filter((place) => !lines.has(place)).map((place) => [place, null] as const)
  const isOrdered = isDeepStrictEqual(stagesIn(lines, before), stagesIn(before, lines))
  const differs = (place: string) =>
    !isDeepStrictEqual(lines.get(place), before.get(place)) || (!isOrdered && isStage(place))
  const told = new Set([...lines.keys()].filter(differs).flatMap(restsOn))
  const said = [...lines].filter(([place]) => told.has(place))
  const order = said.some(([place]) => isStage(place)) ? [[orderPlace, stagesIn(lines).map(nameIn)] as const] : []
  return new Map<string, unknown>([...struck, ...said, ...order])
}

const isStage = (place: string): boolean => pathOf(place)[0] === 'stages'
const nameIn = (place: string): string => pathOf(place)[1] ?? ''

/** In their order; only those that others have too. */
const stagesIn = (lines: Lines, others: Lines = lines): readonly string[] =>
  [...lines.keys()].filter((place) => isStage(place) && others.has(place))

/** Who says how a column is written says so of what it is, in a file of this kind. */
const restsOn = (place: string): readonly string[] => {
  const [word = '', name] = pathOf(place)
  return [kindPlace, placeOf('key'), place, ...(word === 'columns' ? [placeOf(word, name ?? '')] : [])]
}

/** What a person told later takes the place of what was told before. */
export function joined(before: Told, later: Told): Told {
  const all = new Map(before)
  for (const [name, lines] of later) {
    const own = before.get(name) ?? new Map()
    const isSameKind = !lines.has(kindPlace) || lines.get(kindPlace) === own.get(kindPlace)
    all.set(name, new Map([...(isSameKind || !own.has(kindPlace) ? own : []), ...lines]))
  }
  return all
}

/** The places at which something was told, and not only struck out. */
export const placesTold = (lines: Lines | undefined): readonly string[] =>
  [...(lines ?? [])].flatMap(([place, said]) => (said === null ? [] : [place]))

/** What is settled before files are read: what was concluded before, and over it what people told. */
export function settledBy(conclusions: Conclusions, told: Told): Mapping {
  const names = new Set([...conclusions.keys(), ...told.keys()])
  const settled = [...names].flatMap((name) => {
    const one = settledFile(conclusions.get(name), told.get(name) ?? new Map())
    return one ? [[name, one] as const] : []
  })
  return { files: Object.fromEntries(settled) }
}

function settledFile(concluded: Conclusion | undefined, told: Lines): FileMapping | null {
  const kind = told.get(kindPlace)
  if (kind === null) return null
  const isOfKind = kind === undefined || kind === concluded?.mapping.records
  const lines = new Map(concluded && isOfKind ? untold(concluded, told) : [])
  for (const [place, said] of told) {
    if (said === null) lines.delete(place)
    else lines.set(place, said)
  }
  return mappingOf(lines)
}

/** What was concluded, without what it was told then; and not how a column is written that is told to be another. */
function untold(concluded: Conclusion, told: Lines): readonly (readonly [string, unknown])[] {
  const lines = linesOf(concluded.mapping)
  const then = new Set(concluded.told)
  return [...lines].filter(([place]) => {
    if (place === kindPlace || place === placeOf('key')) return true
    const [word = '', name = ''] = pathOf(place)
    const column = placeOf(word, name)
    const isOther = told.has(column) && !isDeepStrictEqual(told.get(column), lines.get(column))
    return !then.has(place) && !(word === 'columns' && isOther)
  })
}
