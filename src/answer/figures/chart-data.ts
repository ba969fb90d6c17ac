import { anomaliesOf, bounded, largest, type Series, trendOf } from '../../chart/index.ts'
import { isAdditive, type Measure, ofNothing, periodRange } from '../../query/index.ts'
import type { Plan } from '../plan.ts'
import type { ChartData } from '../shapes.ts'
import type { Figure, Figures } from './figures.ts'
import { isOther } from './other.ts'

type Group = NonNullable<Figure['by']>

/** The picture of an answer, as data. */
export function chartData(plan: Plan, figures: Figures): ChartData {
  const measures = drawn(plan)
  const [main] = measures
  if (!main) throw new Error(`${plan.report.id} draws no measure`)
  const overTime = plan.question.view === 'over-time'
  const { across, categories, series } = seriesOf(plan, figures, measures)
  return {
    type: plan.question.chart ?? 'bar',
    measure: main.key,
    kind: main.kind,
    categories: categories.map((group) => ({
      ...group,
      incomplete: overTime && isRunning(plan, group),
      ...(overTime ? {} : toneOfOption(plan, group)),
    })),
    along: overTime ? 'period' : 'by',
    adds: isAdditive(main.value),
    across,
    series: bounded(plan.say, series, cutOf(figures, across)).map(written),
    reference: referenceOf(plan, figures, main),
    ...(overTime ? overall(plan, figures, main, categories) : { trend: null, anomalies: [] }),
  }
}

const cutOf = ({ more }: Figures, across: Across) => (across === 'by' || across === 'breakdown' ? more[across] : 0)

const written = ({ values, previous, joins, ...series }: Series): ChartData['series'][number] => ({
  ...series,
  values: [...values],
  previous: previous && [...previous],
  joins: joins && [...joins],
})

/** The measures side by side, of those that are shown; all in one unit. */
function drawn({ report, measures }: Plan): readonly Measure[] {
  const chosen = measures.filter(({ key }) => report.chart.measures.includes(key))
  return chosen.length > 0 ? chosen : measures.slice(0, 1)
}

function toneOfOption({ entity, by }: Plan, group: Group): Pick<ChartData['categories'][number], 'tone'> {
  if (isOther(group)) return { tone: 'other' }
  const { key } = group
  const tone = by === null ? undefined : entity.fields[by]?.options?.find(({ value }) => value === key)?.tone
  return tone ? { tone } : {}
}

/** A period that today is in has not ended. */
const isRunning = ({ grain, today }: Plan, { key }: Group) =>
  key !== null && (periodRange(key, grain).until ?? '') > today

function categoriesOf(plan: Plan, { rows, margins }: Figures): readonly Group[] {
  const name = plan.question.view === 'over-time' ? 'period' : 'by'
  const other = name === 'period' ? (plan.by ? 'by' : 'breakdown') : 'breakdown'
  const alone = margins.filter((figure) => figure[name] && !figure[other])
  const found = (alone.length > 0 ? alone : rows).flatMap((figure) => figure[name] ?? [])
  return found.length > 0 ? found : [{ key: null, label: plan.report.title }]
}

type Across = ChartData['across']

function acrossOf(plan: Plan, measures: readonly Measure[]): Across {
  if (plan.breakdown) return 'breakdown'
  if (plan.question.view === 'over-time' && plan.by) return 'by'
  return measures.length > 1 ? 'measure' : 'none'
}

interface Drawn {
  readonly across: Across
  readonly categories: readonly Group[]
  readonly series: readonly Series[]
}

function seriesOf(plan: Plan, figures: Figures, measures: readonly Measure[]): Drawn {
  const across = acrossOf(plan, measures)
  const categories = categoriesOf(plan, figures)
  return { across, categories, series: allSeries(plan, figures, categories, across, measures) }
}

/** The groups that are drawn each for itself, and those that are too many for that and cannot be added. */
export interface DrawnAlone {
  readonly across: 'by' | 'breakdown'
  readonly kept: readonly (string | null)[]
  readonly others: readonly (string | null)[]
}

/** Null where all are drawn, or the others are the sum of their parts. */
export function drawnAlone(plan: Plan, figures: Figures): DrawnAlone | null {
  const measures = drawn(plan)
  const { across, series } = seriesOf(plan, figures, measures)
  const isSum = measures[0] && isAdditive(measures[0].value)
  const kept = across === 'measure' || across === 'none' || isSum ? null : largest(series)
  if (!kept || across === 'measure' || across === 'none') return null
  const keys = (are: boolean) => series.filter((each) => kept.has(each) === are).map(({ key }) => key)
  return { across, kept: keys(true), others: keys(false) }
}

function allSeries(
  plan: Plan,
  figures: Figures,
  categories: readonly Group[],
  across: Across,
  measures: readonly Measure[],
): readonly Series[] {
  const along = plan.question.view === 'over-time' ? 'period' : 'by'
  if (across === 'measure' || across === 'none') {
    const rows = figures.rows.length > 0 ? figures.rows : figures.total ? [figures.total] : []
    return measures.map((measure) =>
      oneSeries(plan, rows, along, categories, { key: measure.key, label: measure.label }, measure),
    )
  }
  const [measure] = measures
  if (!measure) return []
  const names = distinct(figures, across, along)
  return names.map((name) => {
    const rows = figures.rows.filter((figure) => figure[across]?.key === name.key)
    return { ...oneSeries(plan, rows, along, categories, name, measure), tone: isOther(name) ? 'other' : null }
  })
}

/** The series in the order of their totals. */
function distinct({ rows, margins }: Figures, across: 'by' | 'breakdown', along: 'by' | 'period'): readonly Group[] {
  const alone = margins.filter((figure) => figure[across] && !figure[along])
  const found = (alone.length > 0 ? alone : rows).flatMap((figure) => figure[across] ?? [])
  return [...new Map(found.map((group) => [group.key, group])).values()]
}

function oneSeries(
  plan: Plan,
  rows: readonly Figure[],
  along: 'by' | 'period',
  categories: readonly Group[],
  name: Group,
  measure: Measure,
): Series {
  const at = new Map(rows.map((figure) => [figure[along]?.key ?? null, figure]))
  const zero = ofNothing(measure.value)
  const figureAt = ({ key }: Group) => at.get(key)
  const valueIn = (values: Figure['previous'] | undefined) => (values ? (values[measure.key] ?? null) : zero)
  return {
    ...name,
    measure: measure.key,
    values: categories.map((group) => valueIn(figureAt(group)?.values)),
    previous: plan.compareRange && categories.map((group) => valueIn(figureAt(group)?.previous)),
    tone: toneOf(measure),
    joins: null,
  }
}

const toneOf = ({ better }: Measure) => (better === 'up' ? 'better' : better === 'down' ? 'worse' : null)

function referenceOf(plan: Plan, { total }: Figures, main: Measure): ChartData['reference'] {
  const measure = referred(plan, main)
  const value = measure && total?.values[measure.key]
  return measure && typeof value === 'number'
    ? { label: plan.say('{{measure}}, all', { measure: measure.label }), value }
    : null
}

function referred({ report, measures, running }: Plan, main: Measure): Measure | undefined {
  const { reference } = report.chart
  if (typeof reference === 'boolean') return reference ? main : undefined
  return running ? measures.find(({ key }) => key === reference) : undefined
}

/** Trend and anomalies look at each period over all series. */
function overall(
  plan: Plan,
  { rows, margins }: Figures,
  { key }: Measure,
  categories: readonly Group[],
): Pick<ChartData, 'trend' | 'anomalies'> {
  const alone = plan.groups.length === 1 ? rows : margins
  const at = new Map(
    alone.filter(({ by, breakdown }) => !by && !breakdown).map((figure) => [figure.period?.key, figure.values[key]]),
  )
  const values = categories.map((group) => at.get(group.key ?? '') ?? null)
  const running = categories.findIndex((group) => group.key === null || isRunning(plan, group))
  const complete = running < 0 ? categories.length : running
  return { trend: trendData(plan, values, complete), anomalies: anomalyData(plan, values, complete) }
}

function trendData(
  { question, grain, say }: Plan,
  values: readonly (number | null)[],
  complete: number,
): ChartData['trend'] {
  const kind = question.trend ?? 'none'
  const trend = kind === 'none' ? null : trendOf(values, kind, complete)
  if (!trend) return null
  return {
    label: say(kind === 'logarithmic' ? 'Logarithmic trend' : kind === 'forecast' ? 'Forecast' : 'Linear trend'),
    values: [...trend.values],
    ahead: trend.ahead.map((point, index) => ({ label: `+${index + 1} ${say(grain)}`, ...point })),
  }
}

function anomalyData(
  { question, say }: Plan,
  values: readonly (number | null)[],
  complete: number,
): ChartData['anomalies'] {
  if (!question.anomalies) return []
  return anomaliesOf(values, complete).map(({ index, value, expected }) => ({
    index,
    reason: say(value > expected ? 'Above what the trend expects' : 'Below what the trend expects'),
    expected,
  }))
}
