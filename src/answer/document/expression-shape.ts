import { z } from 'zod'

import { path, condition as said } from '../question/question.ts'

/** What an expression may call; what groups are made of (`period`, `among`) belongs to the product. */
export const callable = [
  'and',
  'or',
  'not',
  'eq',
  'same',
  'lt',
  'gte',
  'gt',
  'in',
  'known',
  'past',
  'contains',
  'folded',
  'text',
  'if',
  'at-least',
  'days-between',
  'calendar-days',
  'floor',
  'time-between',
] as const
export type Callable = (typeof callable)[number]

/** A value of each record: a field by its path, a value as it is, or what is made of others. */
export type ExprShape = string | ValueShape | CallShape

export interface ValueShape {
  readonly value: string | number | boolean | null
}

export interface CallShape {
  readonly fn: Callable
  readonly of: readonly ConditionShape[]
}

/** What a reader says of a field, in groups of any depth; or any expression that is true or false. */
export type ConditionShape = ExprShape | SaidShape | GroupShape

export type SaidShape = z.infer<typeof said>

/** All, any, or none of them. */
export interface GroupShape {
  readonly all?: readonly ConditionShape[] | undefined
  readonly any?: readonly ConditionShape[] | undefined
  readonly none?: readonly ConditionShape[] | undefined
}

const value = z.strictObject({ value: z.union([z.string().max(2000), z.number(), z.boolean(), z.null()]) })
const some = z.lazy(() => z.array(condition).min(1).max(1000))
const call = z.strictObject({ fn: z.enum(callable), of: some })

const choose = {
  all: z.strictObject({ all: some }),
  any: z.strictObject({ any: some }),
  none: z.strictObject({ none: some }),
}

const oneOf = 'a field as text, a value, a call (fn, of), a condition (field, is, values) or a group (all, any, none)'

/** Told apart by their own key, so that what is wrong in one is said of that one. */
export const condition: z.ZodType<ConditionShape> = z.lazy(() =>
  z.unknown().transform((given, context): ConditionShape => {
    const schema = schemaFor(given)
    if (!schema) {
      context.addIssue({ code: 'custom', message: `expected ${oneOf}` })
      return z.NEVER
    }
    const read = schema.safeParse(given)
    if (read.success) return read.data
    for (const issue of read.error.issues)
      context.addIssue({ code: 'custom', path: [...issue.path], message: issue.message })
    return z.NEVER
  }),
)

function schemaFor(given: unknown): z.ZodType<ConditionShape> | null {
  if (typeof given === 'string') return path
  if (typeof given !== 'object' || given === null) return null
  if ('fn' in given) return call
  if ('value' in given) return value
  if ('field' in given || 'is' in given) return said
  if ('all' in given) return choose.all
  if ('any' in given) return choose.any
  return 'none' in given ? choose.none : null
}

export const isSaid = (of: ConditionShape): of is SaidShape => typeof of === 'object' && 'field' in of
