import type { Entity, Kind, Model, Value } from '../../model/index.ts'
import {
  and,
  type Call,
  type Clock,
  type Condition,
  columnAt,
  conditionOf,
  type Expr,
  literal,
  not,
  or,
  reach,
} from '../../query/index.ts'
import type { CallShape, ConditionShape, GroupShape, SaidShape, ValueShape } from './expression-shape.ts'
import { isSaid } from './expression-shape.ts'
import { expectedAt, signatures } from './functions.ts'
import { type At, wrong } from './wrong.ts'

/** What a document is about, and when it is read. */
export interface Ground {
  readonly model: Model
  readonly entity: Entity
  readonly clock: Clock
}

type Expected = readonly Kind[] | 'any'

/** An expression as the engine is asked it. Every field is there and every kind fits, or it is refused by its place. */
export function exprOf(of: Ground, shape: ConditionShape, at: At, expected: Expected): Expr {
  const found = readExpr(of, shape, at, expected)
  if (expected !== 'any' && !expected.includes(found.kind))
    throw wrong(at, `${nameOf(shape)} is ${kinds([found.kind])}, and ${kinds(expected)} is needed here`)
  return found
}

export const conditionIn = (of: Ground, shape: ConditionShape, at: At): Condition =>
  // `exprOf` refuses all but flags.
  exprOf(of, shape, at, ['flag']) as Condition

function readExpr(of: Ground, shape: ConditionShape, at: At, expected: Expected): Expr {
  if (typeof shape === 'string') return columnOf(of, shape, at)
  if (isSaid(shape)) return saidOf(of, shape, at)
  if ('fn' in shape) return callOf(of, shape, at)
  if ('value' in shape) return literalOf(shape, at, expected)
  return groupOf(of, shape, at)
}

export function columnOf({ model, entity }: Ground, path: string, at: At): Expr {
  const reached = reach(model, entity, path.split('.'))
  if (!reached) throw wrong(at, `${entity.plural} have no field '${path}'`)
  return columnAt(reached)
}

function saidOf(of: Ground, { field, is, values }: SaidShape, at: At): Condition {
  const column = columnOf(of, field, at)
  if (column.op !== 'column') throw new Error(`a field that is no column: ${field}`)
  const found = conditionOf({ of: column, is, values }, of.clock)
  if (!('unreadable' in found)) return found
  throw wrong(at, `'${field} ${is} ${values.join(', ')}' cannot be read, because ${unreadable[found.unreadable]}`)
}

const unreadable = {
  operator: 'that operator is not for a field of this kind',
  value: 'a value is not of the kind of the field (days are written 2024-01-31, numbers with a point)',
  count: 'it has too many or too few values',
} as const

function groupOf(of: Ground, { all, any, none }: GroupShape, at: At): Condition {
  const each = (some: readonly ConditionShape[], key: string) =>
    some.map((one, index) => conditionIn(of, one, `${at}.${key}[${index}]`))
  if (all) return and(...each(all, 'all'))
  if (any) return or(...each(any, 'any'))
  return not(or(...each(none ?? [], 'none')))
}

function callOf(of: Ground, { fn, of: shapes }: CallShape, at: At): Call {
  const { takes, more, gives } = signatures[fn]
  if (shapes.length < takes.length || (shapes.length > takes.length && !more))
    throw wrong(at, `'${fn}' takes ${takes.length}${more ? ' or more' : ''}, and ${shapes.length} stand there`)
  const args: Expr[] = []
  for (const [place, shape] of shapes.entries()) {
    const expected = expectedAt(
      fn,
      place,
      args.map(({ kind }) => kind),
    )
    args.push(exprOf(of, shape, `${at}.of[${place}]`, expected ?? 'any'))
  }
  const kind = gives === 'first' ? args[0]?.kind : gives === 'second' ? args[1]?.kind : gives
  return { op: 'call', fn, args, kind: kind ?? 'flag' }
}

/** A value has the kind that is needed where it stands, as far as it can be one of it. */
function literalOf({ value }: ValueShape, at: At, expected: Expected): Expr {
  const own: Kind = typeof value === 'boolean' ? 'flag' : typeof value === 'number' ? 'number' : 'text'
  const kind = expected === 'any' ? own : (expected.find((each) => fits(value, each)) ?? null)
  if (kind === null) throw wrong(at, `${JSON.stringify(value)} is no value of the kind ${kinds(expected)}`)
  return literal(kind, value)
}

function fits(value: Value, kind: Kind): boolean {
  if (value === null) return true
  switch (kind) {
    case 'flag':
      return typeof value === 'boolean'
    case 'number':
    case 'money':
    case 'percent':
    case 'duration':
      return typeof value === 'number' && Number.isFinite(value)
    case 'id':
    case 'text':
      return typeof value === 'string'
    case 'day':
      return typeof value === 'string' && isDay(value)
    case 'instant':
      return typeof value === 'string' && isInstant(value)
  }
}

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && readable(() => Temporal.PlainDate.from(text))
const isInstant = (text: string) => readable(() => Temporal.Instant.from(text))

function readable(read: () => unknown): boolean {
  try {
    read()
    return true
  } catch {
    return false
  }
}

const kinds = (some: Expected): string => (some === 'any' ? 'any' : some.join(' or '))
const nameOf = (shape: ConditionShape): string =>
  typeof shape === 'string' ? `'${shape}'` : 'fn' in shape ? `'${shape.fn}'` : 'this'
