import { createHash } from 'node:crypto'
import { calendar } from '../../model/index.ts'
import type { Literal } from '../../query/index.ts'
import {
  type Figure,
  type ResolvedListing,
  type ResolvedQuery,
  recordId,
  type Source,
  type Step,
  type Term,
} from './resolved.ts'

/**
 * One SELECT before it is written: where its rows come from, which of the columns of those anything asks for (a fact may
 * leave out the others), and what is joined, each thing once and after what it is joined to. All joins go to one row at
 * most, so they never multiply rows.
 */
export interface Plan {
  readonly source: Source
  readonly used: ReadonlySet<string>
  readonly joins: readonly Join[]
}

export type Join =
  | { readonly kind: 'record'; readonly alias: string; readonly to: string; readonly of: string; readonly via: string }
  | { readonly kind: 'calendar'; readonly alias: string; readonly day: Term }
  | { readonly kind: 'many'; readonly alias: string; readonly of: Many }
  | { readonly kind: 'list'; readonly alias: string; readonly text: Term; readonly values: readonly Literal[] }

type Many = Term & { readonly op: 'many' }

/** The alias of the rows themselves. */
export const own = 't'

/** The second step: what the terms of a SELECT need beside the rows themselves. */
export function planOf(source: Source, terms: readonly Term[]): Plan {
  const all = terms.flatMap(partsOf)
  return { source, used: new Set(all.flatMap(ownColumn)), joins: joinsOf(all) }
}

/** A term after all that it is made of. */
function partsOf(term: Term): readonly Term[] {
  switch (term.op) {
    case 'column':
    case 'literal':
    case 'many':
      return [term]
    case 'call':
      return [...term.args.flatMap(partsOf), term]
    case 'period':
      return [...partsOf(term.day), term]
    case 'among':
      return [...partsOf(term.text), term]
  }
}

/** The column of the rows themselves that a term reads. */
function ownColumn(term: Term): readonly string[] {
  if (term.op === 'many') return ['id']
  return term.op === 'column' ? [term.along[0]?.via ?? term.name] : []
}

function joinsOf(terms: readonly Term[]): readonly Join[] {
  const joins = terms.flatMap(joinsFor)
  return [...new Map(joins.map((join) => [join.alias, join])).values()]
}

function joinsFor(term: Term): readonly Join[] {
  switch (term.op) {
    case 'literal':
    case 'call':
      return []
    case 'column':
      return term.along.map(({ to, via }, index) => ({
        ...{ kind: 'record', to, via },
        alias: aliasOf(term.along.slice(0, index + 1)),
        of: aliasOf(term.along.slice(0, index)),
      }))
    case 'many':
      return [{ kind: 'many', alias: aliasOfMany(term), of: term }]
    case 'period':
      return [{ kind: 'calendar', alias: aliasOfPeriod(term), day: term.day }]
    case 'among':
      return [{ kind: 'list', alias: aliasOfList(term), text: term.text, values: term.values }]
  }
}

/** The same thing has the same alias, wherever it is asked for. */
export const aliasOf = (along: readonly Step[]): string => [own, ...along.map(({ name }) => name)].join('.')
export const aliasOfPeriod = ({ day }: Term & { readonly op: 'period' }): string =>
  `${calendar.name} of ${spelled(day)}`
export const aliasOfList = ({ text, values }: Term & { readonly op: 'among' }): string =>
  `list ${hashed([text, values])}`

export const aliasOfMany = (term: Many): string => `many ${hashed(term)}`

const hashed = (data: unknown): string =>
  createHash('sha1').update(JSON.stringify(data, withMaps)).digest('hex').slice(0, 12)

/** What an aggregate reads stands in a map, which JSON would leave out. */
const withMaps = (_key: string, value: unknown) => (value instanceof Map ? [...value.values()] : value)

const spelled = (term: Term): string =>
  term.op === 'column' ? `${aliasOf(term.along)}.${term.name}` : JSON.stringify(term)

/** Everything that the grouping SELECT of a query reads. */
export const termsOfQuery = ({ where, groups, measures }: ResolvedQuery): readonly Term[] => [
  ...groups.flatMap(({ key, label }) => [key, ...(label.from === 'rows' ? label.parts.map(({ value }) => value) : [])]),
  ...measures.flatMap(({ figure }) => termsOfFigure(figure)),
  ...where,
]

/** The plan of the records that a figure over many is made of. */
export const planMany = ({ rows, key, figure }: Many): Plan =>
  planOf(rows.source, [key, ...rows.where, ...termsOfFigure(figure)])

/** Who counts rows asks for their id, so that a fact that could be coarser keeps them apart. */
const termsOfFigure = ({ terms, countsRows }: Figure): readonly Term[] => [
  ...terms.values(),
  ...(countsRows ? [recordId] : []),
]

/** A page is cut before anything is joined that is only shown: its plan is that of the rows, then that of what is shown of them. */
export function planListing({ source, where, columns, order }: ResolvedListing): {
  readonly rows: Plan
  readonly shown: Plan
} {
  const keys = [...order.map(({ by }) => by), recordId]
  const shown = planOf(source, [...columns.map(({ value }) => value), ...keys])
  const rows = planOf(source, [...where, ...keys])
  return { rows: { ...rows, used: new Set([...rows.used, ...shown.used]) }, shown }
}
