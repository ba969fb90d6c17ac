import type { Kind } from '../../model/index.ts'
import { type Aggregate, type Condition, type Expr, literal, type Measure } from '../../query/index.ts'
import type { ConditionShape } from './expression-shape.ts'
import { conditionIn, exprOf, type Ground } from './expressions.ts'
import { amountsFor, kindsFor } from './functions.ts'
import type { MeasureShape, ValueOfMany } from './measure-shape.ts'
import { mostDocumentBytes } from './schema.ts'
import { type At, once, wrong } from './wrong.ts'

interface Read {
  readonly value: Aggregate
  readonly kind: Kind
}

interface All {
  readonly measures: readonly MeasureShape[]
  /** Refuses once what is made of other measures would be too large, written out. */
  readonly repeat: (value: ValueOfMany, at: At) => void
}

/** The measures of a document, each with the kind of figure that it makes. */
export function measuresOf(
  of: Ground,
  measures: readonly MeasureShape[],
): readonly (Omit<Measure, 'doc'> & { readonly doc: string | null })[] {
  const all: All = { measures, repeat: repeatingUpTo(mostDocumentBytes) }
  return once(
    measures,
    ({ key }) => key,
    (index) => `measures[${index}].key`,
  ).map(({ key, label, doc, better, onDemand, role, value }, index) => {
    const read = readValue(of, all, value, `measures[${index}].value`, [key])
    const more = { ...(onDemand && { onDemand }), ...(role && { role }) }
    return { key, label, doc: doc ?? null, better: better ?? null, ...more, ...read }
  })
}

/** A measure stands written out wherever another is made of it: measures of measures of measures would have no end. */
function repeatingUpTo(most: number): All['repeat'] {
  let length = 0
  return (value, at) => {
    length += JSON.stringify(value).length
    if (length > most)
      throw wrong(at, 'measures are made of other measures too often; write fewer of them, or of fewer others')
  }
}

function readValue(of: Ground, all: All, shape: ValueOfMany, at: At, within: readonly string[]): Read {
  if ('measure' in shape) return sameAs(of, all, shape.measure, at, within)
  switch (shape.fn) {
    case 'count':
      return {
        value: { fn: 'count', ...narrowing(of, shape.where, at), ...eachIn(of, shape.each, at) },
        kind: 'number',
      }
    case 'count-distinct':
      return { value: { fn: shape.fn, ...valuesIn(of, shape, at, kindsFor(shape.fn)) }, kind: 'number' }
    case 'sum':
    case 'sum-known':
    case 'average':
    case 'median':
    case 'min':
    case 'max': {
      const values = valuesIn(of, shape, at, amountsFor(shape.fn))
      return { value: { fn: shape.fn, ...values }, kind: values.of.kind }
    }
    case 'percentile': {
      const values = valuesIn(of, shape, at, amountsFor(shape.fn))
      return { value: { fn: shape.fn, ...values, at: shape.at }, kind: values.of.kind }
    }
    case 'ratio':
      return ratioOf(of, all, shape, at, within)
    case 'product':
    case 'addition':
    case 'difference':
      return formulaOf(of, all, shape, at, within)
    case 'fixed':
      return { value: { fn: 'fixed', is: literal('number', shape.is) }, kind: 'number' }
  }
}

interface Where {
  readonly where?: Condition
}

const narrowing = (of: Ground, where: ConditionShape | undefined, at: At): Where =>
  where === undefined ? {} : { where: conditionIn(of, where, `${at}.where`) }

const eachIn = (of: Ground, each: ConditionShape | undefined, at: At) =>
  // Refused unless it is a number.
  each === undefined ? {} : { each: exprOf(of, each, `${at}.each`, ['number']) as Expr<'number'> }

function valuesIn(
  of: Ground,
  shape: { readonly of: ConditionShape; readonly where?: ConditionShape | undefined },
  at: At,
  expected: readonly Kind[],
): Where & { readonly of: Expr } {
  return { of: exprOf(of, shape.of, `${at}.of`, expected), ...narrowing(of, shape.where, at) }
}

function sameAs(of: Ground, all: All, key: string, at: At, within: readonly string[]): Read {
  const { measures, repeat } = all
  const found = measures.find((each) => each.key === key)
  if (!found) throw wrong(at, `there is no measure '${key}'; there are ${measures.map((each) => each.key).join(', ')}`)
  if (within.includes(key)) throw wrong(at, `'${key}' is made of itself`)
  repeat(found.value, at)
  return readValue(of, all, found.value, at, [...within, key])
}

type Ratio = Extract<ValueOfMany, { readonly fn: 'ratio' }>

function ratioOf(of: Ground, all: All, shape: Ratio, at: At, within: readonly string[]): Read {
  const part = readValue(of, all, shape.part, `${at}.part`, within)
  const whole = readValue(of, all, shape.whole, `${at}.whole`, within)
  if (whole.value.fn === 'fixed' && shape.whole && 'is' in shape.whole && shape.whole.is === 0)
    throw wrong(`${at}.whole`, 'it divides by nothing')
  const value: Aggregate = { fn: 'ratio', part: part.value, whole: whole.value, times: shape.times }
  if (shape.times === 100) return { value, kind: 'percent' }
  return { value, kind: whole.kind === 'number' ? part.kind : 'number' }
}

type Formula = Extract<ValueOfMany, { readonly fn: 'product' | 'addition' | 'difference' }>

function formulaOf(of: Ground, all: All, { fn, of: shapes }: Formula, at: At, within: readonly string[]): Read {
  const parts = shapes.map((shape, index) => readValue(of, all, shape, `${at}.of[${index}]`, within))
  const [first, second, ...others] = parts
  if (!first || !second) throw wrong(at, `'${fn}' takes at least two`)
  const different = parts.filter(({ kind }) => kind !== first.kind)
  if (fn === 'product') {
    const kinds = parts.map(({ kind }) => kind).filter((kind) => kind !== 'number')
    return {
      value: { fn, of: parts.map(({ value }) => value) },
      kind: kinds.length === 1 ? (kinds[0] ?? 'number') : 'number',
    }
  }
  if (different[0]) throw wrong(at, `${first.kind} and ${different[0].kind} do not add up`)
  if (fn === 'addition') return { value: { fn, of: parts.map(({ value }) => value) }, kind: first.kind }
  if (others.length > 0) throw wrong(at, `'difference' takes two, and ${shapes.length} stand there`)
  return { value: { fn, of: [first.value, second.value] }, kind: first.kind }
}
