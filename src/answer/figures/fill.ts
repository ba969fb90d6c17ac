import { begun, momentOf, ofNothing, periodsIn, seesOf } from '../../query/index.ts'
import { atMoments } from '../../reports/index.ts'
import type { Plan } from '../plan.ts'
import { withChildren } from '../scope.ts'
import type { AnswerRow } from '../shapes.ts'
import type { Figure, Figures } from './figures.ts'
import { noDate, placeOf } from './group-label.ts'

type Group = NonNullable<AnswerRow['by']>

/** The row of a group in which nothing happened. */
export const emptyFigure = (plan: Plan, groups: Partial<Pick<Figure, 'by' | 'breakdown' | 'period'>>): Figure => ({
  by: null,
  breakdown: null,
  period: null,
  ...groups,
  values: Object.fromEntries(plan.counted.map(({ key, value }) => [key, ofNothing(value)])),
  previous: null,
  order: {},
})

/** Adds the groups in which nothing happened: people without a deal, periods without a sale. */
export function filled(plan: Plan, figures: Figures): Figures {
  if (plan.question.view === 'over-time') return withPeriods(plan, figures)
  // What is not there may be there beyond the limit.
  if (figures.more.by > 0) return figures
  return withGroups(plan, figures, plan.by === 'owner' ? ownersAsked(plan).map(groupOf) : optionsOf(plan))
}

const groupOf = ({ id, name }: { readonly id: string; readonly name: string }): Group => ({ key: id, label: name })

/** The options of a field that is shown complete. */
function optionsOf({ entity, by }: Plan): readonly Group[] {
  const field = by === null ? undefined : entity.fields[by]
  return field?.complete ? (field.options ?? []).map(({ value, label }) => ({ key: value, label })) : []
}

const keyOf = (group: Group | null) => (group ? group.key : undefined)

function withGroups(plan: Plan, figures: Figures, groups: readonly Group[]): Figures {
  const among = plan.breakdown ? figures.margins : figures.rows
  const present = new Set(among.map(({ by }) => keyOf(by)))
  const absent = groups
    .filter(({ key }) => !present.has(key))
    .map((by) => ({ ...emptyFigure(plan, { by }), order: orderIn(plan, by) }))
  return plan.breakdown
    ? { ...figures, margins: [...figures.margins, ...absent] }
    : { ...figures, rows: [...figures.rows, ...absent] }
}

function orderIn(plan: Plan, { key }: Group): Figure['order'] {
  const group = plan.groups.find(({ name }) => name === 'by')
  const place = group ? placeOf(plan, group, key) : null
  return place === null ? {} : { by: place }
}

/** Active people whom the question and the viewer's rights admit. */
function ownersAsked({ people, question, entity, rights }: Plan) {
  const { reps = [], teams = [] } = question
  const asked = new Set(withChildren(teams, people))
  const sight = rights.sees(entity)
  const everyone = reps.length + teams.length === 0
  return people.owners.filter(
    ({ id, active, teamId }) =>
      active &&
      (everyone || reps.includes(id) || (teamId !== null && asked.has(teamId))) &&
      seesOf(sight, id, [teamId]),
  )
}

function withPeriods(plan: Plan, figures: Figures): Figures {
  const spanned = periodsIn(spanOf(plan, figures), plan.grain, plan.account)
  const shown = atMoments(plan.report) ? begun(spanned, plan.today) : spanned
  const isUndated = figures.rows.some(({ period }) => period?.key === null)
  const periods = [
    ...shown.map((key) => ({ key, label: periodLabel(plan, key) })),
    ...(isUndated ? [noDate(plan)] : []),
  ]
  if (plan.groups.length === 1) return { ...figures, rows: completed(plan, figures.rows, periods, [null]) }
  const series = figures.margins.filter(({ period }) => period === null)
  const totals = figures.margins.filter(({ period }) => period !== null)
  return {
    ...figures,
    rows: completed(plan, figures.rows, periods, series),
    margins: [...series, ...completed(plan, totals, periods, [null])],
  }
}

export const periodLabel = ({ report, grain, range, today }: Plan, first: string): string =>
  atMoments(report) ? momentOf(first, grain, range, today) : first

/** All time is as long as its data. */
function spanOf({ range, question }: Plan, { rows }: Figures) {
  if (question.range !== 'all-time') return range
  const days = rows.flatMap(({ period }) => period?.key ?? []).sort()
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return { from: null, until: null }
  return { from: first, until: Temporal.PlainDate.from(last).add({ days: 1 }).toString() }
}

function completed(plan: Plan, rows: readonly Figure[], periods: readonly Group[], series: readonly (Figure | null)[]) {
  const name = (row: Figure | null) => JSON.stringify([row?.by?.key, row?.breakdown?.key])
  const present = new Map(rows.map((row) => [`${row.period?.key} ${name(row)}`, row]))
  return series.flatMap((each) =>
    periods.map(
      (period) =>
        present.get(`${period.key} ${name(each)}`) ??
        emptyFigure(plan, { period, by: each?.by ?? null, breakdown: each?.breakdown ?? null }),
    ),
  )
}
