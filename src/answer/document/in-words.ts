import { reach } from '../../query/index.ts'
import type { Say } from '../../words/index.ts'
import { labelled, saidInWords } from '../wording/words.ts'
import { type CallShape, type ConditionShape, isSaid, type SaidShape } from './expression-shape.ts'
import type { Ground } from './expressions.ts'
import type { MeasureShape, ValueOfMany } from './measure-shape.ts'
import type { OptionShape, ReportDocument } from './schema.ts'

/** A condition or a value as a reader would say it; `inside` another it stands in brackets where it has several parts. */
export function shapeInWords(say: Say, of: Ground, shape: ConditionShape, inside = false): string {
  if (typeof shape === 'string') return fieldInWords(say, of, shape)
  if (isSaid(shape)) return saidInWords(say, of.model, of.entity, shape)
  if ('value' in shape) return String(shape.value)
  if ('fn' in shape) return callInWords(say, of, shape, inside)
  if (shape.all) return joined(say, of, shape.all, say('and'), inside)
  if (shape.any) return joined(say, of, shape.any, say('or'), inside)
  return say('not ({{conditions}})', { conditions: joined(say, of, shape.none ?? [], say('or'), false) })
}

const fieldInWords = (say: Say, { model, entity }: Ground, path: string): string =>
  labelled(say, path, reach(model, entity, path.split('.'))?.field.label)

function joined(say: Say, of: Ground, some: readonly ConditionShape[], word: string, inside: boolean): string {
  const text = some.map((each) => shapeInWords(say, of, each, some.length > 1)).join(` ${word} `)
  return inside && some.length > 1 ? `(${text})` : text
}

const signs: Readonly<Partial<Record<CallShape['fn'], string>>> = { eq: '=', same: '=', lt: '<', gte: '≥', gt: '>' }

function callInWords(say: Say, of: Ground, { fn, of: args }: CallShape, inside: boolean): string {
  const words = args.map((arg) => shapeInWords(say, of, arg, true))
  const [first = '', ...others] = words
  if (fn === 'and' || fn === 'or') return joined(say, of, args, say(fn === 'and' ? 'and' : 'or'), inside)
  if (fn === 'not') return say('not ({{conditions}})', { conditions: first })
  if (fn === 'known') return `${first} ${say('is known')}`
  if (fn === 'in') return `${first} ${say('is')} ${others.join(` ${say('or')} `)}`
  const sign = signs[fn]
  return sign ? `${first} ${sign} ${others.join(' ')}` : `${fn}(${words.join(', ')})`
}

/** What a measure is in one sentence, for who wrote none. */
export function measureInWords(say: Say, of: Ground, all: readonly MeasureShape[], value: ValueOfMany): string {
  const words = valueInWords(say, of, all, value)
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}

function valueInWords(say: Say, of: Ground, all: readonly MeasureShape[], value: ValueOfMany): string {
  if ('measure' in value) return all.find(({ key }) => key === value.measure)?.label ?? value.measure
  const inner = (each: ValueOfMany) => valueInWords(say, of, all, each)
  switch (value.fn) {
    case 'ratio': {
      const parts = { part: inner(value.part), whole: inner(value.whole) }
      return value.times === 100 ? say('{{part}} as a share of {{whole}}', parts) : `${parts.part} ÷ ${parts.whole}`
    }
    case 'product':
      return value.of.map(inner).join(' × ')
    case 'addition':
      return value.of.map(inner).join(' + ')
    case 'difference':
      return value.of.map(inner).join(' − ')
    case 'fixed':
      return say.number(value.is)
    default: {
      const words = plainInWords(say, of, value)
      return value.where === undefined
        ? words
        : say('{{figure}}, only where {{condition}}', { figure: words, condition: shapeInWords(say, of, value.where) })
    }
  }
}

type Plain = Extract<ValueOfMany, { readonly where?: unknown }>

function plainInWords(say: Say, of: Ground, value: Plain): string {
  if (value.fn === 'count') return say('the number of {{records}}', { records: of.entity.plural })
  const field = shapeInWords(say, of, value.of)
  switch (value.fn) {
    case 'sum':
    case 'sum-known':
      return say('the sum of {{field}}', { field })
    case 'average':
      return say('the mean of {{field}}', { field })
    case 'median':
      return say('the middle value of {{field}}', { field })
    case 'min':
      return say('the smallest value of {{field}}', { field })
    case 'max':
      return say('the largest value of {{field}}', { field })
    case 'count-distinct':
      return say('the number of different values of {{field}}', { field })
    case 'percentile':
      return say('the value of {{field}} that {{percent}} % do not exceed', { field, percent: value.at * 100 })
  }
}

/** All that is said of single fields in a document, wherever it stands. */
export const saidInDocument = ({ where, rules, measures, settings, partly = [] }: ReportDocument) => [
  ...(where === undefined ? [] : saidIn(where)),
  ...rules.flatMap(({ keep }) => saidIn(keep)),
  ...measures.flatMap(({ value }) => saidInValue(value)),
  ...settings.flatMap((setting) => (setting.kind === 'choice' ? setting.options.flatMap(saidInOption) : [])),
  ...partly.flatMap(({ rows }) => saidIn(rows)),
]

const saidInOption = ({ rules, reads }: OptionShape): readonly SaidShape[] => [
  ...rules.flatMap(({ keep }) => saidIn(keep)),
  ...(reads ? [reads.of, reads.as].flatMap(saidIn) : []),
]

/** Of another measure it is said there. */
function saidInValue(value: ValueOfMany): readonly SaidShape[] {
  if ('measure' in value) return []
  switch (value.fn) {
    case 'fixed':
      return []
    case 'ratio':
      return [value.part, value.whole].flatMap(saidInValue)
    case 'product':
    case 'addition':
    case 'difference':
      return value.of.flatMap(saidInValue)
    default: {
      const of = value.fn === 'count' ? value.each : value.of
      return [of, value.where].flatMap((shape) => (shape === undefined ? [] : saidIn(shape)))
    }
  }
}

/** All that is said of single fields, at any depth. */
function saidIn(shape: ConditionShape): readonly SaidShape[] {
  if (typeof shape === 'string') return []
  if (isSaid(shape)) return [shape]
  if ('value' in shape) return []
  if ('fn' in shape) return shape.of.flatMap(saidIn)
  return [...(shape.all ?? []), ...(shape.any ?? []), ...(shape.none ?? [])].flatMap(saidIn)
}
