import { type Condition, condition, operators } from '../../answer/index.ts'
import { Refusal } from '../../errors/index.ts'
import { commaSeparated } from '../print/comma-separated.ts'

/** `amount greater-than 1000`, `stage.label any-of Won,Lost`, `owner.name unknown`. */
export function readCondition(text: string): Condition {
  const [, field, is, values = ''] = /^\s*(\S+)\s+(\S+)\s*([\s\S]*)$/.exec(text) ?? []
  const read = condition.safeParse({ field, is, values: commaSeparated(values) })
  if (!read.success) throw new Refusal('condition-unreadable', { text, operators: operators.join(', ') })
  return read.data
}
