import { z } from 'zod'
import { stepRoles } from '../../query/index.ts'
import { type ConditionShape, condition } from './expression-shape.ts'

/** One number over many records; `where` narrows them. */
export type ValueOfMany =
  | CountShape
  | ValuedShape
  | PercentileShape
  | RatioShape
  | FormulaShape
  | FixedShape
  | SameShape

interface CountShape {
  readonly fn: 'count'
  readonly where?: ConditionShape | undefined
  /** Where a record may stand for several, and says for how many. */
  readonly each?: ConditionShape | undefined
}

export const valued = ['sum', 'sum-known', 'average', 'median', 'min', 'max', 'count-distinct'] as const

interface ValuedShape {
  readonly fn: (typeof valued)[number]
  readonly of: ConditionShape
  readonly where?: ConditionShape | undefined
}

interface PercentileShape {
  readonly fn: 'percentile'
  readonly of: ConditionShape
  /** The part of the values below it, from 0 to 1. */
  readonly at: number
  readonly where?: ConditionShape | undefined
}

/** 100 times makes a share in percent of it, once a rate. */
interface RatioShape {
  readonly fn: 'ratio'
  readonly part: ValueOfMany
  readonly whole: ValueOfMany
  readonly times: 1 | 100
}

export const formulas = ['product', 'addition', 'difference'] as const

interface FormulaShape {
  readonly fn: (typeof formulas)[number]
  readonly of: readonly ValueOfMany[]
}

interface FixedShape {
  readonly fn: 'fixed'
  readonly is: number
}

/** What another measure of the document is. */
interface SameShape {
  readonly measure: string
}

const where = condition.optional()
const value: z.ZodType<ValueOfMany> = z.lazy(() =>
  z.union([
    z.discriminatedUnion('fn', [
      z.strictObject({ fn: z.literal('count'), where, each: condition.optional() }),
      z.strictObject({ fn: z.enum(valued), of: condition, where }),
      z.strictObject({ fn: z.literal('percentile'), of: condition, at: z.number().min(0).max(1), where }),
      z.strictObject({
        fn: z.literal('ratio'),
        part: value,
        whole: value,
        times: z.union([z.literal(1), z.literal(100)]).default(1),
      }),
      z.strictObject({ fn: z.enum(formulas), of: z.array(value).min(2).max(20) }),
      z.strictObject({ fn: z.literal('fixed'), is: z.number() }),
    ]),
    z.strictObject({ measure: z.string().max(200) }),
  ]),
)

export const key = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,79}$/, 'a key is lower-case letters, digits and _, such as won_amount')

export const measureShape = z.strictObject({
  key,
  label: z.string().min(1).max(200),
  /** Made from the value where nobody wrote one. */
  doc: z.string().max(1000).optional(),
  /** Which direction is good news. */
  better: z.enum(['up', 'down']).optional(),
  /** Shown only to who asks for it. */
  onDemand: z.literal(true).optional(),
  /** What it says of a step, where a row is one. */
  role: z.enum(stepRoles).optional(),
  value,
})
export type MeasureShape = z.infer<typeof measureShape>
