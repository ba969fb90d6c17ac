import { isAsked } from '../../facts/index.ts'
import type { Value } from '../../model/index.ts'
import {
  type Column,
  calendarFrom,
  calendarUntil,
  columnAt,
  type Measure,
  measuring,
  reach,
  rewritten,
  within,
} from '../../query/index.ts'
import { awaitedFor } from '../../reports/index.ts'
import type { Say } from '../../words/index.ts'
import type { Asking } from '../asking.ts'
import type { Figure, Figures } from '../figures/figures.ts'
import type { Plan } from '../plan.ts'
import { recordCount } from '../records/record-count.ts'
import { counted } from '../run.ts'
import { seenOf } from '../seen.ts'

/** Where nothing is shown: on which days there is data at all. */
export async function coverNotes(asking: Asking, plan: Plan, figures: Figures): Promise<readonly string[]> {
  if (hasFigures(figures) || awaitedFor(plan.report) !== null) return []
  const dated = datedBy(plan)
  if (!dated) return []
  const query = rewritten(
    seenOf(asking, dated.entity),
    measuring([ends('min', dated.column), ends('max', dated.column), recordCount]),
  )
  const [first = null, last = null, number = 0] = (await counted(asking, query)).table.rows[0] ?? []
  return [first === null ? undated(plan.say, Number(number), dated) : between(plan.say, first, last, dated)]
}

const hasFigures = ({ rows, total }: Figures): boolean =>
  [...rows, ...(total ? [total] : [])].some(({ values }: Figure) => Object.values(values).some((value) => value))

const ends = (fn: 'min' | 'max', of: Column<'day'>): Measure => ({
  key: fn,
  label: fn,
  kind: 'day',
  doc: '',
  better: null,
  value: { fn, of, where: within(of, { from: calendarFrom, until: calendarUntil }) },
})

type Dated = NonNullable<ReturnType<typeof datedBy>>

/** The day of the report; of a fact that is made for each question, the day on which its records were created. */
function datedBy({ report, entity, model }: Plan) {
  const path = report.date && !isAsked(entity) ? report.date.path : ['created_on']
  const of = isAsked(entity) ? Object.values(entity.refs).map(({ to }) => model[to.name] ?? to) : [entity]
  for (const each of of) {
    const reached = reach(model, each, path)
    // A day by its name in the model, or the report's own.
    if (reached?.field.kind === 'day')
      return { entity: each, column: columnAt(reached) as Column<'day'>, label: reached.field.label }
  }
  return null
}

const between = (say: Say, first: Value, last: Value, { label }: Dated): string =>
  say('There is data from {{first}} to {{last}} ({{date}}).', {
    first: String(first),
    last: String(last),
    date: label,
  })

const undated = (say: Say, all: number, { entity, label }: Dated): string => {
  const records = entity.plural.toLowerCase()
  return all === 0
    ? say('There are no {{records}} at all.', { records })
    : say('None of the {{number}} {{records}} has a date ({{date}}).', { number: String(all), records, date: label })
}
