import { Refusal } from '../../errors/index.ts'
import { isAsked } from '../../facts/index.ts'
import {
  askedWith,
  columnAt,
  contains,
  dimension,
  filter,
  groupedBy,
  limited,
  measuring,
  type Query,
  reach,
  rewritten,
  withMargins,
} from '../../query/index.ts'
import { type Listed, tabOf } from '../../reports/index.ts'
import type { Asking } from '../asking.ts'
import { planOf } from '../plan.ts'
import { recordCount } from '../records/record-count.ts'
import { counted } from '../run.ts'
import { seenOf } from '../seen.ts'
import type { FieldValues } from '../shapes.ts'
import { entityFor, modelFor, reportFor } from '../wording/reader.ts'

const most = 50

/** The values that occur in a field of what the viewer may see, most frequent first. */
export async function fieldValues(
  asking: Asking,
  id: string,
  field: string,
  search: string,
  tab?: string,
): Promise<FieldValues> {
  const listed = await reportFor(asking, id)
  const report = tabOf(listed, tab)
  const entity = entityFor(asking, report)
  const group = dimension(modelFor(asking), entity, 'by', field)
  const reached = reach(modelFor(asking), entity, field.split('.'))
  if (!group || !reached) throw new Refusal('field-unknown', { field, report: report.title })
  const query = rewritten(
    await everything(asking, listed, report, tab),
    search === '' || reached.field.kind !== 'text' ? (same) => same : filter(contains(columnAt(reached), search)),
    measuring([recordCount]),
    groupedBy(group),
    withMargins,
    limited({ group: 'by', most, by: recordCount.key, descending: true }),
  )
  const { rows } = (await counted(asking, query)).table
  const values = rows
    .filter((row) => row[0] !== null)
    .map(([key, label, number]) => ({ value: String(key), label: labelFor(key, label), count: Number(number) }))
  return { values: values.sort((a, b) => b.count - a.count), more: Number(rows[0]?.at(-1) ?? 0) > most }

  function labelFor(key: unknown, label: unknown): string {
    return reached?.field.options?.find(({ value }) => value === key)?.label ?? String(label ?? key)
  }
}

/** All that the viewer may see; of a fact that depends on the question, what it is when nothing is chosen. */
async function everything(asking: Asking, listed: Listed, report: Listed, tab?: string): Promise<Query> {
  const all = seenOf(asking, report.from)
  if (!isAsked(report.from)) return all
  const { scope, range } = planOf(asking, listed, { tab })
  return rewritten(all, askedWith(scope(range, range).asked))
}
