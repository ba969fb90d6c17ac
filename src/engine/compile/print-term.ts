import type { Dialect } from '../../facts/index.ts'
import { aggregateSql } from '../../query/index.ts'
import type { Bindings } from './bindings.ts'
import { aliasOf, aliasOfList, aliasOfMany, aliasOfPeriod } from './plan.ts'
import type { Figure, PrintedFn, Term } from './resolved.ts'

/** What writing needs: an engine's words, and a place for the values. */
export interface Writing {
  readonly dialect: Dialect
  readonly bindings: Bindings
}

/** A term in a SELECT whose plan holds what it is joined from. */
export function printed(term: Term, writing: Writing): string {
  const { quote } = writing.dialect
  switch (term.op) {
    case 'column':
      return `${quote(aliasOf(term.along))}.${quote(term.name)}`
    case 'literal':
      return writing.bindings.bind(term.value, term.kind)
    case 'period':
      return `${quote(aliasOfPeriod(term))}.${quote(term.column)}`
    case 'many': {
      const value = `${quote(aliasOfMany(term))}.${quote('value')}`
      return term.ofNothing === null ? value : `coalesce(${value}, ${term.ofNothing})`
    }
    case 'among':
      return `${quote(aliasOfList(term))}.${quote('key')} IS NOT NULL`
    case 'call':
      return calls[term.fn](
        term.args.map((arg) => asArgument(arg, writing)),
        term,
        writing.dialect,
      )
  }
}

/** Calls with signs between or beside what they take. */
const infix: readonly PrintedFn[] = ['not', 'eq', 'same', 'lt', 'lte', 'gte', 'gt', 'in', 'known', 'days-between']
const isInfix = (term: Term): boolean => term.op === 'among' || (term.op === 'call' && infix.includes(term.fn))

/** Signs of another call would bind its own. */
const asArgument = (term: Term, writing: Writing): string =>
  isInfix(term) ? `(${printed(term, writing)})` : printed(term, writing)

type PrintedCall = (args: readonly string[], call: Term & { readonly op: 'call' }, dialect: Dialect) => string

const between =
  (sign: string): PrintedCall =>
  ([a, b]) =>
    `${a} ${sign} ${b}`
const joined =
  (sign: string): PrintedCall =>
  (all) =>
    `(${all.join(` ${sign} `)})`

const millisecondsInDay = 86_400_000

/** How each call is written. */
const calls: Readonly<Record<PrintedFn, PrintedCall>> = {
  and: joined('AND'),
  or: joined('OR'),
  not: ([a]) => `NOT coalesce(${a}, FALSE)`,
  eq: between('='),
  same: between('IS NOT DISTINCT FROM'),
  lt: between('<'),
  lte: between('<='),
  gte: between('>='),
  gt: between('>'),
  in: ([a, ...values]) => `${a} IN (${values.join(', ')})`,
  known: ([a]) => `${a} IS NOT NULL`,
  contains: ([a = '', b = ''], _call, { contains }) => contains(a, b),
  folded: ([a]) => `nullif(lower(trim(${a})), '')`,
  text: ([a = ''], { args, kind }, { text }) => text(a, args[0]?.kind ?? kind),
  if: ([a, b, c]) => `CASE WHEN ${a} THEN ${b} ELSE ${c} END`,
  'at-least': ([a, b]) => `CASE WHEN ${a} < ${b} THEN ${b} ELSE ${a} END`,
  'calendar-days': ([a = '', b = ''], _call, { real, daysBetween }) => real(daysBetween(a, b)),
  floor: ([a]) => `floor(${a})`,
  'time-between': ([a = '', b = ''], _call, { millisecondsBetween }) => millisecondsBetween(a, b),
  'days-between': ([a = '', b = ''], _call, { real, millisecondsBetween }) =>
    `${real(millisecondsBetween(a, b))} / ${millisecondsInDay}`,
}

export const printedFigure = ({ aggregate, terms }: Figure, writing: Writing): string =>
  aggregateSql(aggregate, {
    value: (of) => {
      const term = terms.get(of)
      if (!term) throw new Error('an aggregate reads what was not resolved')
      return printed(term, writing)
    },
    rows: () => 'count(*)',
    real: writing.dialect.real,
    median: writing.dialect.median,
    percentile: writing.dialect.percentile,
  })
