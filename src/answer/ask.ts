import { periodRange, seesAll } from '../query/index.ts'
import { atMoments, awaitedFor, hasTotal } from '../reports/index.ts'
import type { Say } from '../words/index.ts'
import type { Asking } from './asking.ts'
import { withoutSums } from './figures/apart.ts'
import { drawnAlone } from './figures/chart-data.ts'
import type { Figure, Figures } from './figures/figures.ts'
import { emptyFigure } from './figures/fill.ts'
import { measureShape } from './figures/measure-shape.ts'
import { largestGroups, type NowAndBefore, nowAndBefore } from './figures/now-and-before.ts'
import { listsAll } from './figures/other.ts'
import { completed, pictureOf } from './figures/picture.ts'
import { coverNotes } from './notes/covers.ts'
import { completenessOf, freshnessOf } from './notes/freshness.ts'
import { restsOn } from './notes/rests-on.ts'
import { ofOneLoad } from './of-one-load.ts'
import { dateLabelOf } from './page/page.ts'
import { type Plan, planOf } from './plan.ts'
import type { Question } from './question/question.ts'
import { refuseUnknownValues } from './question/value-known.ts'
import type { Ran } from './run.ts'
import type { Answer, AnswerRow } from './shapes.ts'
import { asked, type Subject } from './subject.ts'
import { chipsOf, daysOf, definitionOf, labelled } from './wording/words.ts'

/** One question answered: figures, total, comparison and picture from one plan. */
export async function ask(asking: Asking, of: Subject, asks: Question): Promise<Answer> {
  const started = performance.now()
  const { report, question } = await asked(asking, of, asks)
  const plan = planOf(asking, report, question)
  await refuseUnknownValues(asking, plan)
  const alone = plan.compareRange ? null : await largestGroups(asking, plan)
  if (alone && listsAll(alone.listed) && !drawnAlone(plan, alone.now)) return answerOf(asking, plan, alone, started)
  return ofOneLoad(
    asking,
    plan,
    (again) => planOf(again, report, question),
    async (on, same) => answerOf(on, same, await nowAndBefore(on, same, same === plan ? alone : null), started),
  )
}

async function answerOf(asking: Asking, plan: Plan, both: NowAndBefore, started: number): Promise<Answer> {
  const figures = completed(plan, both)
  const picture = await pictureOf(asking, plan, figures, both)
  const { rows, margins, total } = withoutSums(plan, figures)
  return {
    ...frame(plan),
    notes: [...plan.notes, ...partNotes(plan), ...(await coverNotes(asking, plan, figures))],
    restsOn: restsOn(plan, figures.resting),
    rows: rows.map(rowIn(plan)),
    margins: margins.map(rowIn(plan)),
    moreRows: plan.by ? figures.more.by : figures.more.breakdown,
    moreBreakdowns: plan.by ? figures.more.breakdown : 0,
    total: totalOf(plan, total),
    headline: headlineOf(plan, figures),
    chart: picture.chart,
    definition: definitionOf(plan),
    statements: statementsOf(plan.say, both, picture.ran),
    freshness: freshnessOf(asking),
    completeness: completenessOf(asking),
    tookMs: Math.round((performance.now() - started) * 10) / 10,
  }
}

const statementsOf = (say: Say, { ran }: NowAndBefore, others: Ran | null): Answer['statements'] => [
  statementOf(say('Figures'), ran.now),
  ...(ran.before ? [statementOf(say('Comparison'), ran.before)] : []),
  ...(others ? [statementOf(say('Others in the chart'), others)] : []),
]

export const statementOf = (title: string, { statement }: Ran): Answer['statements'][number] => ({
  title,
  sql: statement.sql,
  values: [...statement.values],
})

/** What the answer is about: all of it but the figures. */
function frame(plan: Plan) {
  const { account, report, question, range, compareRange, grains, measures, today, say } = plan
  const empty = awaitedFor(report)
  return {
    report: { id: report.id, title: report.title, question: report.question },
    question,
    range: daysOf(say, range),
    compareRange: compareRange && daysOf(say, compareRange),
    dateLabel: dateLabelOf(say, plan.model, report),
    ...(empty === null ? {} : { empty }),
    hasTotal: hasTotal(report),
    today,
    timeZone: account.timeZone,
    currency: account.currency,
    groupLabel: plan.by && dimensionLabel(plan, plan.by),
    breakdownLabel: plan.breakdown && dimensionLabel(plan, plan.breakdown),
    frequencies: [...grains],
    chips: chipsOf(plan),
    measures: measures.map(measureShape),
  }
}

function dimensionLabel({ entity, say }: Plan, path: string): string {
  if (path === 'team') return say('Team')
  return entity.refs[path]?.label ?? labelled(say, path, entity.fields[path]?.label)
}

const rowIn =
  (plan: Plan) =>
  ({ by, breakdown, period, earlier, values, previous }: Figure): AnswerRow => ({
    by,
    breakdown,
    period,
    ...(earlier === undefined ? {} : { earlier }),
    values: shown(plan, values),
    previous: previous && shown(plan, previous),
  })

/** What was asked for, without what it was made from. */
const shown = ({ measures }: Plan, values: Figure['values']): Figure['values'] =>
  Object.fromEntries(measures.map(({ key }) => [key, values[key] ?? null]))

function totalOf(plan: Plan, total: Figures['total']): Answer['total'] {
  const { values, previous } = total ?? emptyFigure(plan, {})
  return { values: shown(plan, values), previous: previous && shown(plan, previous) }
}

/** The figures at the top: those that are drawn, then the others, five at most. */
function headlineOf(plan: Plan, figures: Figures): Answer['headline'] {
  if (!hasTotal(plan.report) && !atMoments(plan.report)) return []
  const { values, previous } = atMoments(plan.report) ? latestOf(plan, figures) : totalOf(plan, figures.total)
  const drawn = (key: string) => Number(!plan.report.chart.measures.includes(key))
  return [...plan.measures]
    .sort((a, b) => drawn(a.key) - drawn(b.key))
    .slice(0, 5)
    .map(({ key, label, kind }) => ({
      measure: key,
      label,
      kind,
      value: values[key] ?? null,
      previous: previous?.[key] ?? null,
      change: isAhead(plan) ? null : changeOf(values[key] ?? null, previous?.[key] ?? null),
      spark: sparkOf(plan, figures, key),
    }))
}

/** How it stood at the last moment. */
function latestOf(plan: Plan, { rows, margins }: Figures): Answer['total'] {
  const overall = plan.groups.length === 1 ? rows : margins.filter(({ by, breakdown }) => !by && !breakdown)
  const { values, previous } = overall.at(-1) ?? emptyFigure(plan, {})
  return { values, previous }
}

/** What has not begun is no less than what was. */
const isAhead = ({ range, today }: Plan) => range.from !== null && range.from > today

/** In percent; null when there was nothing before. */
export const changeOf = (now: number | null, before: number | null): number | null =>
  now === null || before === null || before === 0 ? null : ((now - before) / before) * 100

/** A part of a period, or none of it yet, would look like a fall. */
function isWhole({ grain, range, today, report }: Plan, period: Figure['period']): boolean {
  if (period?.key == null) return false
  if (atMoments(report)) return period.key <= today
  const { from, until } = periodRange(period.key, grain)
  const end = range.until !== null && range.until < today ? range.until : today
  return (from ?? '') >= (range.from ?? '') && (until ?? '') <= end
}

function sparkOf(plan: Plan, { rows, margins }: Figures, key: string): (number | null)[] {
  if (plan.question.view !== 'over-time') return []
  const overall =
    plan.groups.length === 1 ? rows : margins.filter(({ period, by, breakdown }) => period && !by && !breakdown)
  return overall.filter(({ period }) => isWhole(plan, period)).map(({ values }) => values[key] ?? null)
}

/** Who sees a part of the records must not take it for the whole. */
const partNotes = ({ say, entity, rights }: Plan): readonly string[] =>
  seesAll(rights, entity)
    ? []
    : [
        say('You see a part of the {{records}}: figures and lists hold those alone.', {
          records: entity.plural.toLowerCase(),
        }),
      ]
