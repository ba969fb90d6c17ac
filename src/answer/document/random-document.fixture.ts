import { fc } from '../../../fixtures/seeded.ts'
import { isAsked, takesRange } from '../../facts/index.ts'
import type { Entity, Field, Kind, Model } from '../../model/index.ts'
import type { AggregateFn } from '../../query/index.ts'
import { conditionOn, ranges } from '../questions.fixture.ts'
import type { FieldShape } from '../shapes.ts'
import type { ConditionShape } from './expression-shape.ts'
import { amountsFor, kindsFor } from './functions.ts'
import type { ValueOfMany } from './measure-shape.ts'
import type { WrittenDocument } from './schema.ts'

interface Reachable {
  readonly path: string
  readonly field: Field
}

const pathsOf = (fields: readonly Reachable[], of: readonly Kind[]): readonly string[] =>
  fields.filter(({ field }) => of.includes(field.kind)).map(({ path }) => path)
const measured = (fields: readonly Reachable[], fn: AggregateFn) => pathsOf(fields, kindsFor(fn))
const amounts = (fields: readonly Reachable[], fn: AggregateFn) => pathsOf(fields, amountsFor(fn))

/** Own fields, and those of the records that it refers to. */
function fieldsOf(model: Model, { fields, refs }: Entity): readonly Reachable[] {
  const own = Object.values(fields).map((field) => ({ path: field.name, field }))
  const others = Object.entries(refs).flatMap(([name, { to }]) =>
    Object.values((model[to.name] ?? to).fields).map((field) => ({ path: `${name}.${field.name}`, field })),
  )
  return [...own, ...others].filter(({ field }) => !field.hidden)
}

const shapeOf = ({ path, field }: Reachable): FieldShape => ({
  path,
  label: field.label,
  kind: field.kind,
  options: null,
  custom: false,
  operators: [],
})

/** Conditions in groups and in calls, some levels deep. */
function conditionsOf(fields: readonly Reachable[]): fc.Arbitrary<ConditionShape> {
  const said = fc.constantFrom(...fields).chain((each) => fc.constantFrom(...conditionOn(shapeOf(each))))
  const { group } = fc.letrec<{ group: ConditionShape }>((tie) => {
    const some = fc.array(tie('group'), { minLength: 1, maxLength: 2 })
    return {
      group: fc.oneof(
        { maxDepth: 3, depthSize: 'small' },
        said,
        some.map((all) => ({ all })),
        some.map((any) => ({ any })),
        some.map((none) => ({ none })),
        some.map((of) => ({ fn: 'or' as const, of })),
        tie('group').map((one) => ({ fn: 'not' as const, of: [one] })),
        tie('group').map((one) => ({ fn: 'known' as const, of: [one] })),
        fc.tuple(tie('group'), tie('group')).map((of) => ({ fn: 'eq' as const, of })),
      ),
    }
  })
  return group
}

function valuesOf(fields: readonly Reachable[]): fc.Arbitrary<ValueOfMany> {
  const condition = conditionsOf(fields)
  const where = fc.option(condition, { nil: undefined })
  const any = fc.constantFrom(...measured(fields, 'count-distinct'))
  const count = where.map((where): ValueOfMany => ({ fn: 'count', where }))
  const distinct = fc.tuple(any, where).map(([of, where]): ValueOfMany => ({ fn: 'count-distinct', of, where }))
  const plain = ['sum', 'sum-known', 'average', 'median', 'min', 'max'] as const
  const amount = fc
    .tuple(fc.constantFrom(...plain), where)
    .chain(([fn, where]) => fc.tuple(fc.constant(fn), fc.constantFrom('', ...amounts(fields, fn)), fc.constant(where)))
    .map(([fn, of, where]): ValueOfMany => (of === '' ? { fn: 'count', where } : { fn, of, where }))
  const share = fc
    .tuple(count, count, fc.constantFrom(1 as const, 100 as const))
    .map(([part, whole, times]): ValueOfMany => ({ fn: 'ratio', part, whole, times }))
  const formula = fc
    .tuple(fc.constantFrom('product' as const, 'addition' as const, 'difference' as const), count, distinct)
    .map(([fn, ...of]): ValueOfMany => ({ fn, of }))
  const percentile = fc
    .tuple(fc.constantFrom('', ...amounts(fields, 'percentile')), fc.constantFrom(0.1, 0.5, 0.9))
    .map(([of, at]): ValueOfMany => (of === '' ? { fn: 'count' } : { fn: 'percentile', of, at }))
  return fc.oneof(count, amount, amount, distinct, share, formula, percentile)
}

/** Where the range makes the rows, no other day than its own. */
const daysOf = (entity: Entity, fields: readonly Reachable[]): readonly string[] => {
  const own = fields.filter(({ field, path }) => field.kind === 'day' && !path.includes('.')).map(({ path }) => path)
  const only = isAsked(entity) ? entity.day : undefined
  return only === undefined ? own : own.filter((path) => path === only)
}

/** Any valid report over any kind of record or fact: nobody wrote it, and it holds by the same laws. */
export function documentsOver(model: Model, kinds: readonly string[]): fc.Arbitrary<WrittenDocument> {
  return fc.constantFrom(...kinds.filter((kind) => model[kind]?.rights !== 'none')).chain((counts) => {
    const entity = model[counts]
    if (!entity) throw new Error(`no ${counts}`)
    const fields = fieldsOf(model, entity)
    const days = daysOf(entity, fields)
    const groups = fields.filter(({ field }) => field.kind === 'text' || field.kind === 'flag').map(({ path }) => path)
    const relations = Object.entries(entity.refs)
      .filter(([, { via }]) => via !== 'id')
      .map(([name]) => name)
    const range = ranges.map((range) => range ?? 'this-year')
    const by = fc.constantFrom('none', ...groups, ...relations, ...(entity.refs.owner ? ['team'] : []))
    const own = fc.constantFrom(null, ...days).chain((date) => {
      const whole = date === null && !takesRange(entity)
      return fc.record({ date: fc.constant(date), range: whole ? fc.constant('all-time' as const) : range })
    })
    const others = fc.record({
      version: fc.constant(1 as const),
      title: fc.constantFrom('Mine', '{{mine}} $t(mine)', '<b>x</b>'),
      counts: fc.constant(counts),
      by,
      breakdown: by,
      measures: fc
        .array(valuesOf(fields), { minLength: 1, maxLength: 4 })
        .map((all) => all.map((value, index) => ({ key: `m${index}`, label: `Measure ${index}`, value }))),
      where: fc.option(conditionsOf(fields), { nil: undefined }),
      rules: fc
        .option(conditionsOf(fields), { nil: undefined })
        .map((keep) => (keep === undefined ? [] : [{ key: 'kept', keep, otherwise: 'Not kept' }])),
    })
    return fc.tuple(others, own).map(([others, own]) => ({ ...others, ...own }))
  })
}
