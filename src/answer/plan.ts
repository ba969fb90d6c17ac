import { Refusal } from '../errors/index.ts'
import { givenOf } from '../facts/index.ts'
import type { Account, Entity, Model } from '../model/index.ts'
import {
  askedWith,
  type Beside,
  type Column,
  type Condition,
  counting,
  type DayRange,
  dimension,
  filter,
  type Grain,
  type Group,
  type GroupName,
  groupedBy,
  inRange,
  isAllTime,
  isPast,
  keep,
  known,
  limited,
  measuring,
  not,
  or,
  periodOf,
  periodRange,
  periodsIn,
  type Query,
  type Rewrite,
  type Rights,
  type Rule,
  rewritten,
  undated,
  withMargins,
} from '../query/index.ts'
import { atMoments, type Listed, tabOf } from '../reports/index.ts'
import type { Say } from '../words/index.ts'
import type { Asking } from './asking.ts'
import { inGroupOrOther, type Listed as ListedGroups, listsAll, withOther } from './figures/other.ts'
import { groundMeasures, groundsOf, type Resting, restingRows } from './notes/rests-on.ts'
import { peopleOf } from './page/people.ts'
import { readAs } from './question/chosen-settings.ts'
import { withIds } from './question/names.ts'
import { pipelineObjectOf, refuseOtherPipelines, withOwnPipelines } from './question/own-pipelines.ts'
import type { Cell, Question } from './question/question.ts'
import { type Settled, settle } from './question/settle.ts'
import { settledQuestion } from './question/settled-question.ts'
import { scopeOf } from './scope.ts'
import { seenOf } from './seen.ts'
import type { People } from './shapes.ts'
import { entityFor, modelFor, sayTo } from './wording/reader.ts'

/** One question, ready for the engine: its figures, its lists and its total all come from here. */
export interface Plan extends Settled {
  /** The report, or the tab of it, that is asked. */
  readonly report: Listed
  /** With all of its tabs. */
  readonly whole: Listed
  /** Sentences in the reader's language. */
  readonly say: Say
  readonly model: Model
  readonly entity: Entity
  readonly people: People
  readonly account: Account
  readonly rights: Rights
  readonly groups: readonly Group[]
  /** What the reader sees of the entity, over all time; of a fact that takes the range, over that. */
  readonly base: Query
  /** All rows of the question over one range, which is a part of the whole range asked for or all of it. */
  readonly scope: (range: DayRange, whole: DayRange) => Query
  /** The question over one range, grouped. */
  readonly over: (range: DayRange, listed: ListedGroups) => Query
  /** What some of its records rest on. */
  readonly grounds: readonly Resting[]
  /** The records without a date, which no range of days has; null where every record has one. */
  readonly undated: Query | null
  /** The groups that have a row of their own, for a cell of the others. */
  readonly listed: ListedGroups
}

export function planOf(asking: Asking, whole: Listed, question: Question): Plan {
  const everyone = peopleOf(asking)
  const report = readAs(tabOf(whole, question.tab), question)
  const entity = entityFor(asking, report)
  refuseOtherPipelines({ report, entity, model: modelFor(asking) }, everyone, question)
  const people = withOwnPipelines(everyone, pipelineObjectOf(entity))
  const settled = untilNow(
    sayTo(asking),
    report,
    entity,
    withoutRepeat(asking, entity, settle(asking, report, withIds(question, people), people)),
  )
  const groups = groupsOf(asking, report, entity, settled)
  const grounds = groundsOf(sayTo(asking), report, modelFor(asking), entity, settled, groups)
  const base = rewritten(
    seenOf(asking, entity),
    needing(asking, report, settled, settled.range, settled.range),
    filter(...scopeOf(asking, report, settled.question, people)),
    keep(...settled.rules),
    measuring([...settled.counted, ...groundMeasures(grounds, settled)]),
  )
  const undatedRows = report.date ? rewritten(base, filter(undated(report.date))) : null
  const scope = (range: DayRange, whole: DayRange) =>
    rewritten(base, ...rangeRewrites(asking, report, settled, range, whole))
  const over = (range: DayRange, listed: ListedGroups) =>
    rewritten(
      scope(range, range),
      ...withOther(groups, listed).map(groupedBy),
      withMargins,
      counting(...besideOf(grounds, scope(range, range), undatedRows)),
      ...(listsAll(listed) ? [ranked(settled)] : []),
    )
  return {
    ...settled,
    report,
    whole,
    say: sayTo(asking),
    model: modelFor(asking),
    entity,
    people,
    account: asking.moment.account,
    rights: asking.viewer.rights,
    groups,
    base,
    scope,
    over,
    grounds,
    undated: undatedRows,
    listed: {},
  }
}

const besideOf = (grounds: readonly Resting[], all: Query, undated: Query | null): readonly Beside[] =>
  grounds
    .filter(({ among }) => among !== 'figures')
    .map((resting) => ({ key: resting.measure.key, rows: restingRows(resting, all, undated, []) }))

/** “So far” ends now, where more is known of a record than its day. */
function untilNow(say: Say, { date }: Listed, { fields }: Entity, settled: Settled): Settled {
  const instant = fields[date?.path.length === 1 ? (date.path[0]?.replace(/_on$/, '_at') ?? '') : '']
  if (!settled.question.range.endsWith('-so-far') || instant?.kind !== 'instant') return settled
  const at: Column<'instant'> = { op: 'column', path: [instant.name], kind: 'instant' }
  const later: Rule = { key: 'later', keep: or(isPast(at), not(known(at))), otherwise: say('Later than now') }
  return { ...settled, rules: [later, ...settled.rules] }
}

/** Breaking a group down by itself is not breaking it down. */
function withoutRepeat(asking: Asking, entity: Entity, settled: Settled): Settled {
  const keyOf = (path: string | null) => path && JSON.stringify(dimension(modelFor(asking), entity, 'by', path)?.key)
  if (settled.breakdown === null || keyOf(settled.by) !== keyOf(settled.breakdown)) return settled
  return { ...settled, breakdown: null, question: { ...settled.question, breakdown: 'none' } }
}

/** A range narrows the rows by their day, or goes into the making of the fact. */
function rangeRewrites(
  asking: Asking,
  report: Listed,
  settled: Settled,
  range: DayRange,
  whole: DayRange,
): readonly Rewrite[] {
  const { date } = report
  return [...(date && !isAllTime(range) ? [inRange(date, range)] : []), needing(asking, report, settled, range, whole)]
}

function needing(asking: Asking, { from }: Listed, settled: Settled, range: DayRange, whole: DayRange): Rewrite {
  const question = settledQuestion(asking, { ...settled, range }, whole)
  return askedWith({ now: question.now, given: givenOf(from, question) })
}

/** More groups than this are not listed: they are one row. */
const most: Readonly<Record<'by' | 'breakdown' | 'series', number>> = { by: 1000, breakdown: 50, series: 50 }

function ranked({ measures, question, by, breakdown }: Settled): Rewrite {
  const measure = measures.find(({ key }) => key === question.sort?.column) ?? measures[0]
  const rank = {
    by: measure?.key ?? '',
    descending: question.sort?.column !== measure?.key || question.sort?.direction !== 'asc',
  }
  const rows = question.view === 'over-time' ? most.series : most.by
  return limited(
    ...(by ? [{ group: 'by', most: rows, ...rank } as const] : []),
    ...(breakdown ? [{ group: 'breakdown', most: most.breakdown, ...rank } as const] : []),
  )
}

function groupsOf(asking: Asking, report: Listed, entity: Entity, settled: Settled): readonly Group[] {
  const named = (name: GroupName, path: string | null): readonly Group[] => {
    if (!path) return []
    const group = dimension(modelFor(asking), entity, name, path)
    if (!group) throw new Refusal('dimension-unknown', { dimension: path, report: report.title })
    return [group]
  }
  const time = report.date ? periodGroup(report.date, settled.grain, atMoments(report)) : []
  const dimensions = [...named('by', settled.by), ...named('breakdown', settled.breakdown)]
  return settled.question.view === 'over-time' ? [...time, ...dimensions] : dimensions
}

/** A moment is called by its own day. */
function periodGroup(date: Column<'day'>, grain: Grain, moments: boolean): readonly Group[] {
  const period = periodOf(date, grain)
  return [{ name: 'period', key: period, label: moments ? date : period, order: null }]
}

/** What one cell narrows the question to. */
export function cellConditions(plan: Plan, cell: Cell): readonly Condition[] {
  const keyed = (name: 'by' | 'breakdown') => {
    const key = cell[name]
    if (key === undefined) return []
    const group = plan.groups.find((each) => each.name === name)
    if (!group) throw new Refusal('cell-unknown', { part: name === 'by' ? 'group' : 'breakdown' })
    const condition = inGroupOrOther(group, key, plan.listed)
    if (!condition) throw new Refusal('cell-unknown', { part: 'row of other groups' })
    return [condition]
  }
  return [...keyed('by'), ...keyed('breakdown'), ...withoutDay(plan, cell)]
}

/** The row "No date" is there over all time, and nowhere else. */
function withoutDay({ report, range, question, running }: Plan, { period, previous }: Cell): readonly Condition[] {
  if (period !== null) return []
  if (!report.date || !isAllTime(range) || previous || question.view !== 'over-time')
    throw new Refusal('cell-unknown', { part: 'row without a date' })
  return running ? [] : [undated(report.date)]
}

/** All rows of the question on the days that a cell is about. */
export const cellScope = (plan: Plan, cell: Cell): Query => plan.scope(cellRange(plan, cell), wholeRange(plan, cell))

function wholeRange(plan: Plan, cell: Cell): DayRange {
  const whole = cell.previous ? plan.compareRange : plan.range
  if (!whole) throw new Refusal('cell-unknown', { part: 'comparison' })
  return whole
}

function cellRange(plan: Plan, cell: Cell): DayRange {
  const whole = wholeRange(plan, cell)
  if (!cell.period) return whole
  const [first] = periodsIn(periodRange(cell.period, 'daily'), plan.grain, plan.account)
  if (plan.question.view !== 'over-time' || first !== cell.period)
    throw new Refusal('cell-unknown', { part: `period of ${cell.period}` })
  const period = periodRange(periodIn(plan, cell.period, cell.previous === true), plan.grain)
  const [from, until] = [latest(whole.from, period.from), earliest(whole.until, period.until)]
  if (from === null || until === null || from >= until)
    throw new Refusal('cell-unknown', { part: `period of ${cell.period}` })
  return { from: plan.running ? whole.from : from, until }
}

/** A figure of then is found by its row: by the period that it stands beside, or by its own where there is none. */
function periodIn({ range, grain, account, earlier }: Plan, period: string, previous: boolean): string {
  if (!previous || !periodsIn(range, grain, account).includes(period)) return period
  const before = earlier(period)
  if (before === null) throw new Refusal('cell-unknown', { part: `period before ${period}` })
  return before
}

const latest = (a: string | null, b: string | null) => (a === null || (b !== null && b > a) ? b : a)
const earliest = (a: string | null, b: string | null) => (a === null || (b !== null && b < a) ? b : a)
