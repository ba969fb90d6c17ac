import { Refusal } from '../../errors/index.ts'
import {
  comparisonOf,
  type DayRange,
  daysIn,
  defaultGrain,
  type Grain,
  isAdditive,
  type Measure,
  offeredGrains,
  type Rule,
  rangeOf,
} from '../../query/index.ts'
import { type Listed, stepsOf } from '../../reports/index.ts'
import type { Say } from '../../words/index.ts'
import type { Asking } from '../asking.ts'
import { clockOf } from '../clock.ts'
import { runningParts } from '../figures/running.ts'
import type { People } from '../shapes.ts'
import { sayTo } from '../wording/reader.ts'
import { runsOn, settingsOf } from './chosen-settings.ts'
import { type Question, questionKeys } from './question.ts'
import { datesApart, type View, viewOf } from './views.ts'

/** A question with nothing left open: every default is filled in and every choice is one that the report offers. */
export interface Settled {
  readonly question: Question & { readonly range: string; readonly view: View }
  readonly today: string
  readonly range: DayRange
  readonly compareRange: DayRange | null
  /** The period of the comparison that stands beside a period; null where none does. */
  readonly earlier: (period: string) => string | null
  readonly grain: Grain
  readonly grains: readonly Grain[]
  /** Paths, or null for none. Over time the periods take the place of the groups. */
  readonly by: string | null
  readonly breakdown: string | null
  readonly measures: readonly Measure[]
  /** The measures that are shown, and, where figures run on, the sums that they run on from. */
  readonly counted: readonly Measure[]
  readonly rules: readonly Rule[]
  /** How the question was read, where that is not as it was asked. */
  readonly notes: readonly string[]
  /** Figures run on from the first period. */
  readonly running: boolean
}

export function settle(
  asking: Asking,
  report: Listed,
  asked: Question,
  people: Pick<People, 'pipelines' | 'stages'>,
): Settled {
  const question = datesApart(report, asked)
  checkSort(report, question)
  const { today } = clockOf(asking)
  const text = question.range ?? report.range
  const range = rangeOf(text, today, asking.moment.account)
  if (!range) throw new Refusal('range-unreadable', { range: text })
  const grains = offeredGrains(daysIn(range))
  const view = viewOf(report, question)
  const grain = grains.find((each) => each === question.frequency) ?? defaultGrain(range, asking.moment.account)
  const { by, breakdown } = keptApart(report, dimensionsOf(report, question, view))
  const along = view === 'over-time' ? grain : null
  const comparison = comparisonOf(question.compare ?? 'none', range, along, asking.moment.account)
  const settings = settingsOf(asking, report, question, today, people)
  const values = Object.fromEntries(settings.map(({ key, value }) => [key, value]))
  const measures = measuresOf(report, question)
  const running = view === 'over-time' && runsOn(report, values)
  const pipeline = question.pipeline ?? (report.onePipeline ? people.pipelines[0]?.id : undefined)
  return {
    question: inOrder({
      ...question,
      range: text,
      view,
      frequency: grain,
      by: by ?? 'none',
      breakdown: breakdown ?? 'none',
      compare: question.compare ?? 'none',
      chart: question.chart ?? usualChart(report, measures, view, by ?? breakdown),
      ...(pipeline === undefined ? {} : { pipeline }),
      settings: values,
    }),
    today,
    range,
    compareRange: comparison?.range ?? null,
    earlier: comparison?.earlier ?? (() => null),
    grain,
    grains,
    by,
    breakdown,
    measures,
    counted: running ? [...measures, ...runningParts(measures)] : measures,
    notes: [
      ...notesOf(sayTo(asking), question, view, grain, text),
      ...apartNotes(sayTo(asking), report, question, breakdown),
      ...totalNotes(report),
    ],
    running,
    rules: [...report.rules, ...settings.flatMap(({ rules }) => rules)],
  }
}

/** Whatever order it was written in, an answer tells the question in one. */
const inOrder = <Q extends Question>(question: Q): Q =>
  // The same keys with the same values.
  Object.fromEntries(
    Object.entries(question).sort(([one], [other]) => questionKeys.indexOf(one) - questionKeys.indexOf(other)),
  ) as Q

const chosen = (path: string | null | undefined): string | null => (path === 'none' || !path ? null : path)

const totalNotes = ({ presentation }: Listed): readonly string[] =>
  presentation.as === 'parts' && presentation.totalNote !== undefined ? [presentation.totalNote] : []

/** What was asked for and cannot be is said: a range such as this month has other frequencies on each day. */
function notesOf(say: Say, { frequency }: Question, view: View, grain: Grain, range: string): readonly string[] {
  if (view === 'totals' || !frequency || frequency === grain) return []
  return [
    say('Shown {{grain}}: the range {{range}} has no {{frequency}} periods to show, or too many.', {
      grain: say(grain),
      range,
      frequency: say(frequency),
    }),
  ]
}

/** Over time a group that was asked for splits the periods in place of the report’s own. */
function dimensionsOf(report: Listed, question: Question, view: View) {
  const by = chosen(question.by)
  const breakdown = chosen(question.breakdown)
  if (view === 'totals')
    return { by: chosen(question.by ?? report.by), breakdown: chosen(question.breakdown ?? report.breakdown) }
  if (by && breakdown) throw new Refusal('split-twice', { report: report.title, by, breakdown })
  return { by, breakdown: by ? null : chosen(question.breakdown ?? report.breakdown) }
}

interface Dimensions {
  readonly by: string | null
  readonly breakdown: string | null
}

/** Bars and steps stand beside each other in every grouping: as its parts, or instead of none. */
function keptApart(report: Listed, { by, breakdown }: Dimensions): Dimensions {
  const apart = stepsOf(report)
  if (apart === null || by === apart || breakdown === apart) return { by, breakdown }
  return by === null ? { by: apart, breakdown } : { by, breakdown: apart }
}

function apartNotes(
  say: Say,
  report: Listed,
  { breakdown: asked }: Question,
  breakdown: string | null,
): readonly string[] {
  const apart = stepsOf(report)
  const isDropped =
    apart !== null && asked !== undefined && asked !== 'none' && breakdown !== asked && breakdown === apart
  return isDropped
    ? [
        say('Not broken down by {{asked}}: the rows of {{report}} are no parts of one figure, so they stand apart.', {
          asked,
          report: report.title,
        }),
      ]
    : []
}

/** Columns of several groups beside each other in each period would be too thin to read: parts of one column, or lines. */
function usualChart(
  { chart }: Listed,
  measures: readonly Measure[],
  view: View,
  split: string | null,
): Listed['chart']['totals'] {
  if (view === 'totals') return chart.totals
  if (chart.overTime !== 'column' || split === null) return chart.overTime
  const main = measures.find(({ key }) => chart.measures.includes(key)) ?? measures[0]
  return main && isAdditive(main.value) ? 'stacked-column' : 'line'
}

function measuresOf(report: Listed, { measures }: Question): readonly Measure[] {
  if (!measures || measures.length === 0) return report.measures.filter(({ onDemand }) => !onDemand)
  return measures.map((key) => measureOf(report, key))
}

/** Sorting by a column that is not there would silently be no sorting. */
function checkSort(report: Listed, { sort }: Question): void {
  const columns = ['by', 'breakdown', 'period', ...report.measures.map(({ key }) => key)]
  if (sort && !columns.includes(sort.column))
    throw new Refusal('sort-unknown', { column: sort.column, report: report.title, columns: columns.join(', ') })
}

export function measureOf(report: Listed, key: string): Measure {
  const measure = report.measures.find((each) => each.key === key)
  const measures = report.measures.map((each) => each.key).join(', ')
  if (!measure) throw new Refusal('measure-unknown', { measure: key, report: report.title, measures })
  return measure
}
