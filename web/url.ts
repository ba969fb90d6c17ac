import type { Cell, Condition, Operator, Question } from '../src/answer/index.ts'

/** The search part of an address: flat, short and readable. */
export type Search = Readonly<Record<string, string | readonly string[]>>

const texts = [
  ['tab', 'tab'],
  ['range', 'range'],
  ['view', 'view'],
  ['frequency', 'every'],
  ['by', 'by'],
  ['breakdown', 'split'],
  ['pipeline', 'pipeline'],
  ['compare', 'compare'],
  ['chart', 'chart'],
  ['trend', 'trend'],
] as const

const lists = [
  ['reps', 'reps'],
  ['teams', 'teams'],
  ['measures', 'show'],
] as const

/** The server judges the values; a wrong one is answered with a sentence. */
export function questionOf(search: Search): Question {
  const question: Record<string, unknown> = {}
  for (const [key, name] of texts) if (name in search) question[key] = one(search[name])
  for (const [key, name] of lists) if (name in search) question[key] = split(one(search[name]), ',')
  if ('anomalies' in search) question.anomalies = one(search.anomalies) === 'yes'
  if ('sort' in search) question.sort = sortOf(one(search.sort))
  if ('where' in search) question.filters = many(search.where).map(conditionOf)
  const settings = Object.keys(search).filter((name) => name.startsWith('set.'))
  if (settings.length > 0)
    question.settings = Object.fromEntries(settings.map((name) => [name.slice(4), one(search[name])]))
  // What is not a question is refused by the server, which is the border.
  return question as Question
}

export function searchOf(question: Question): Search {
  const search: Record<string, string | readonly string[]> = {}
  for (const [key, name] of texts) if (question[key] !== undefined) search[name] = question[key]
  for (const [key, name] of lists) if (question[key]?.length) search[name] = join(question[key], ',')
  if (question.anomalies !== undefined) search.anomalies = question.anomalies ? 'yes' : 'no'
  if (question.sort) search.sort = join([question.sort.column, question.sort.direction], ':')
  if (question.filters?.length) search.where = question.filters.map(conditionText)
  for (const [name, value] of Object.entries(question.settings ?? {})) search[`set.${name}`] = value
  return search
}

function conditionOf(text: string): Condition {
  const [field = '', is = '', ...rest] = split(text, ':')
  return { field, is: is as Operator, values: rest }
}

const conditionText = ({ field, is, values }: Condition) => join([field, is, ...values], ':')

function sortOf(text: string): Question['sort'] {
  const [column = '', direction] = split(text, ':')
  return { column, direction: direction === 'asc' ? 'asc' : 'desc' }
}

/** `open=won,by:17`: a part without a colon is the bucket of the missing values. */
export function cellOf(search: Search): Cell | null {
  if (!('open' in search)) return null
  const [measure = '', ...parts] = split(one(search.open), ',')
  const keys = Object.fromEntries(parts.map(keyOf))
  return {
    measure,
    ...('by' in keys ? { by: keys.by } : {}),
    ...('split' in keys ? { breakdown: keys.split } : {}),
    ...('period' in keys ? { period: keys.period } : {}),
    ...('previous' in keys ? { previous: true } : {}),
    ...('note' in keys ? { note: keys.note ?? '' } : {}),
  }
}

function keyOf(part: string): readonly [name: string, key: string | null] {
  const colon = part.indexOf(':')
  return colon === -1 ? [part, null] : [part.slice(0, colon), part.slice(colon + 1)]
}

export function openOf(cell: Cell | null): Search {
  if (!cell) return {}
  const part = (name: string, key: string | null | undefined) =>
    key === undefined ? [] : [key === null ? name : `${name}:${key}`]
  const parts = [
    cell.measure,
    ...part('by', cell.by),
    ...part('split', cell.breakdown),
    ...part('period', cell.period),
    ...(cell.previous ? ['previous'] : []),
    ...part('note', cell.note),
  ]
  return { open: join(parts, ',') }
}

/** Repeated names become lists. */
export function parseSearch(text: string): Search {
  const params = new URLSearchParams(text)
  return Object.fromEntries([...new Set(params.keys())].map((name) => [name, alone(params.getAll(name))]))
}

const alone = (values: readonly string[]): string | readonly string[] => {
  const [first = '', ...rest] = values
  return rest.length > 0 ? values : first
}

export function searchText(search: Search): string {
  const pairs = Object.entries(search).flatMap(([name, value]) =>
    many(value).map((one) => `${readable(name)}=${readable(one)}`),
  )
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}

/** Colons and commas may stand in a query as they are. */
const readable = (text: string) => encodeURIComponent(text).replaceAll('%3A', ':').replaceAll('%2C', ',')

const one = (value: Search[string] | undefined): string => (typeof value === 'string' ? value : (value?.[0] ?? ''))
const many = (value: Search[string] | undefined): readonly string[] =>
  typeof value === 'string' ? [value] : (value ?? [])

type Separator = ',' | ':'

/** A tilde takes the next letter as it is. */
const join = (parts: readonly string[], by: Separator) =>
  parts.map((part) => part.replaceAll('~', '~~').replaceAll(by, `~${by}`)).join(by)

const split = (text: string, by: Separator): string[] =>
  [...`${by}${text}`.matchAll(pieces[by])].map(([piece]) => piece.slice(1).replaceAll(/~(.)/gsu, '$1'))

const pieces = { ',': /,(?:~.|[^,~])*/gsu, ':': /:(?:~.|[^:~])*/gsu } as const
