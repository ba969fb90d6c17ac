import type { Expr } from '../../query/index.ts'
import { type Callable, callable, type ExprShape } from './expression-shape.ts'

/** An expression as a document has it. Reading it again gives the same expression. */
export function shapeOfExpr(of: Expr): ExprShape {
  switch (of.op) {
    case 'column':
      return of.path.join('.')
    case 'literal':
      return { value: of.value }
    case 'call':
      return { fn: callableOf(of.fn), of: of.args.map(shapeOfExpr) }
    case 'many':
      throw new Error(`a report of ours counts ${of.of}, which no document can yet`)
  }
}

function callableOf(fn: string): Callable {
  const found = callable.find((each) => each === fn)
  if (!found) throw new Error(`a report of ours calls '${fn}', which no document has`)
  return found
}
