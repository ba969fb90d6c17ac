import type { Statement } from './warehouse.ts'

/** Equal for statements that ask the same of the same values. */
export const statementKey = ({ sql, values }: Statement): string => `${sql}\n${JSON.stringify(values)}`
