import type { Kind, Value } from '../model/index.ts'
import type { AggregateFn } from './aggregate.ts'

/** What a reader can say about a field: the operators of added filters. */
export const operators = [
  'any-of',
  'none-of',
  'known',
  'unknown',
  'contains',
  'greater-than',
  'less-than',
  'between',
  'before',
  'after',
  'in-last-days',
  'in-next-days',
] as const
export type Operator = (typeof operators)[number]

/** All that can be done with a kind of value, beside storing it: a new kind without its row does not compile. */
export interface KindRules {
  /** The operators of a filter on it, the most used first. */
  readonly operators: readonly Operator[]
  /** A filter's value as one of the kind; null when it is none. */
  readonly read: (text: string) => Value
  /** Compared by day and not by value: instants from the start of the local day. */
  readonly isDated: boolean
  /** Offered as a dimension: it has few values, and each is a group that says something. */
  readonly groups: boolean
  /** The aggregates that make a measure of it: where it cannot be summed, only a mean or a count says something. */
  readonly measures: readonly AggregateFn[]
}

const either = ['known', 'unknown'] as const satisfies readonly Operator[]
const counted = ['count-distinct'] as const satisfies readonly AggregateFn[]
const spread = ['average', 'median', 'percentile', 'min', 'max'] as const satisfies readonly AggregateFn[]

const words: KindRules = {
  operators: ['any-of', 'none-of', 'contains', ...either],
  read: (text) => text,
  isDated: false,
  groups: false,
  measures: counted,
}

const amount: KindRules = {
  operators: ['any-of', 'none-of', 'greater-than', 'less-than', 'between', ...either],
  read: (text) => (text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : null),
  isDated: false,
  groups: false,
  measures: ['sum', 'sum-known', ...spread, ...counted],
}

const date: KindRules = {
  operators: ['before', 'after', 'between', 'in-last-days', 'in-next-days', ...either],
  read: (text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null),
  isDated: true,
  groups: false,
  measures: ['min', 'max', ...counted],
}

const truth: Readonly<Record<string, boolean>> = { true: true, false: false }

export const kinds: Readonly<Record<Kind, KindRules>> = {
  id: words,
  text: { ...words, groups: true },
  flag: {
    operators: ['any-of', 'none-of', ...either],
    read: (text) => truth[text] ?? null,
    isDated: false,
    groups: true,
    measures: [],
  },
  number: amount,
  money: amount,
  percent: { ...amount, groups: true, measures: [...spread, ...counted] },
  duration: amount,
  day: date,
  instant: date,
}

/** How many values an operator takes. */
export const arity: Readonly<Record<Operator, number | 'some'>> = {
  'any-of': 'some',
  'none-of': 'some',
  known: 0,
  unknown: 0,
  contains: 'some',
  'greater-than': 1,
  'less-than': 1,
  between: 2,
  before: 1,
  after: 1,
  'in-last-days': 1,
  'in-next-days': 1,
}

export const operatorsFor = (kind: Kind): readonly Operator[] => kinds[kind].operators
