import { z } from 'zod'
import { type Asking, type LoadedRow, loadedRows } from '../../answer/index.ts'
import { Refusal } from '../../errors/index.ts'
import { goal } from '../../model/index.ts'
import { eq, idColumn } from '../../query/index.ts'
import type { Kind } from '../documents/kind.ts'
import { amountOf, checkHeld, seesHolder, text } from './holder.ts'

/** Of an import, any part may be missing. */
export const goalContent = z.strictObject({
  name: z.string().nullable(),
  ownerId: z.string().nullable(),
  teamId: z.string().nullable(),
  pipelineId: z.string().nullable(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  amount: z.number().nullable(),
  metric: z.string().nullable(),
})
export type GoalContent = z.infer<typeof goalContent>

type Part = keyof GoalContent

/** The field of the model that each part lands in. */
export const goalColumns = {
  name: 'name',
  ownerId: 'owner_id',
  teamId: 'team_id',
  pipelineId: 'pipeline_id',
  startsOn: 'starts_on',
  endsOn: 'ends_on',
  amount: 'amount',
  metric: 'metric',
} as const satisfies Readonly<Record<Part, keyof typeof goal.fields>>

/** As a row of the model has it. */
export function goalOfRow(row: LoadedRow): GoalContent {
  const parts = Object.entries(goalColumns).map(([part, column]) => [part, text(row[column])])
  return goalContent.parse({ ...Object.fromEntries(parts), amount: amountOf(row.amount) })
}

export const goalRows = { from: 'goal', paths: Object.values(goalColumns), newest: 'starts_on' } as const

async function loadedGoal(asking: Asking, id: string): Promise<GoalContent | null> {
  const where = [eq(idColumn('id'), id)]
  const [row] = await loadedRows(asking, { ...goalRows, where, most: 1 })
  return row ? goalOfRow(row) : null
}

const isSameGoal = (one: GoalContent, other: GoalContent): boolean => comparable(one) === comparable(other)

/** Rows have amounts with four decimals. */
const comparable = (content: GoalContent): string =>
  JSON.stringify(
    Object.entries(rowOf(content)).map(([, value]) => (typeof value === 'number' ? value.toFixed(4) : value)),
  )

const rowOf = (content: GoalContent) =>
  Object.fromEntries(Object.entries(goalColumns).map(([part, column]) => [column, content[part as Part]]))

export const goalKind: Kind<GoalContent> = {
  name: 'goal',
  title: 'goal',
  content: goalContent,
  upgrades: [],
  mostBytes: 4096,
  most: 10_000,
  rights: {
    object: 'goal',
    sees: seesHolder(goal),
    changes: ({ viewer }) => viewer.rights.may('set-goals'),
    refusal: () => new Refusal('goals-not-yours', {}),
  },
  unknown: (id) => new Refusal('goal-unknown', { id }),
  label: (part) => goal.fields[goalColumns[part as Part]].label,
  check: (asking, { ownerId, teamId, pipelineId, startsOn, endsOn }) =>
    checkHeld(asking, { ownerId, teamId, pipelineId, startsOn: startsOn ?? '', endsOn: endsOn ?? '' }),
  lands: { stream: 'goal', row: rowOf },
  imported: { find: loadedGoal, isSame: isSameGoal },
}
