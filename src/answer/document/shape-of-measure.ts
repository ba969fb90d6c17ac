import type { Aggregate, Measure } from '../../query/index.ts'
import type { MeasureShape, ValueOfMany } from './measure-shape.ts'
import { shapeOfExpr } from './shape-of-expression.ts'

export const shapeOfMeasure = ({ key, label, doc, better, onDemand, role, value }: Measure): MeasureShape => ({
  key,
  label,
  doc,
  ...(better && { better }),
  ...(onDemand && { onDemand }),
  ...(role && { role }),
  value: shapeOfValue(value),
})

function shapeOfValue(value: Aggregate): ValueOfMany {
  switch (value.fn) {
    case 'count':
      return { fn: 'count', ...narrowed(value), ...(value.each && { each: shapeOfExpr(value.each) }) }
    case 'sum':
    case 'sum-known':
    case 'average':
    case 'median':
    case 'min':
    case 'max':
    case 'count-distinct':
      return { fn: value.fn, of: shapeOfExpr(value.of), ...narrowed(value) }
    case 'percentile':
      return { fn: 'percentile', of: shapeOfExpr(value.of), at: value.at, ...narrowed(value) }
    case 'ratio':
      return {
        fn: 'ratio',
        part: shapeOfValue(value.part),
        whole: shapeOfValue(value.whole),
        times: value.times === 100 ? 100 : 1,
      }
    case 'product':
    case 'addition':
    case 'difference':
      return { fn: value.fn, of: value.of.map(shapeOfValue) }
    case 'fixed':
      return { fn: 'fixed', is: value.is.op === 'literal' ? Number(value.is.value) : 0 }
  }
}

const narrowed = ({ where }: Pick<Aggregate<'count'>, 'where'>) => (where ? { where: shapeOfExpr(where) } : {})
