import { Refusal } from '../errors/index.ts'
import {
  type DayRange,
  daysIn,
  defaultGrain,
  type Grain,
  type Measure,
  offeredGrains,
  previousPeriod,
  previousYear,
  type Rule,
  rangeOf,
} from '../query/index.ts'
import type { Choice, Listed } from '../reports/index.ts'
import type { Asking } from './asking.ts'
import type { Question } from './question.ts'
import type { People } from './shapes.ts'

/** A question with nothing left open: every default is filled in and every choice is one that the report offers. */
export interface Settled {
  readonly question: Question & { readonly range: string; readonly view: 'totals' | 'over-time' }
  readonly today: string
  readonly range: DayRange
  readonly compareRange: DayRange | null
  readonly grain: Grain
  readonly grains: readonly Grain[]
  /** Paths, or null for none. Over time the periods take the place of the groups. */
  readonly by: string | null
  readonly breakdown: string | null
  readonly measures: readonly Measure[]
  readonly rules: readonly Rule[]
  /** Figures run on from the first period. */
  readonly running: boolean
}

export const todayOf = ({ now, moment }: Asking): string =>
  now().toZonedDateTimeISO(moment.account.timeZone).toPlainDate().toString()

export function settle(
  asking: Asking,
  report: Listed,
  question: Question,
  { pipelines }: Pick<People, 'pipelines'>,
): Settled {
  checkSort(report, question)
  const today = todayOf(asking)
  const text = question.range ?? report.range
  const range = rangeOf(text, today, asking.moment.account)
  if (!range) throw new Refusal('range-unreadable', { range: text })
  const grains = offeredGrains(daysIn(range))
  const grain = grains.find((each) => each === question.frequency) ?? defaultGrain(range, asking.moment.account)
  const view = report.view ?? (report.date ? (question.view ?? report.opens ?? 'totals') : 'totals')
  const { by, breakdown } = dimensionsOf(report, question, view)
  const settings = settingsOf(asking, report, question, today)
  const values = Object.fromEntries(settings.map(({ key, value }) => [key, value]))
  const pipeline = question.pipeline ?? (report.onePipeline ? pipelines[0]?.id : undefined)
  return {
    question: {
      ...question,
      range: text,
      view,
      frequency: grain,
      by: by ?? 'none',
      breakdown: breakdown ?? 'none',
      compare: question.compare ?? 'none',
      chart: question.chart ?? (view === 'totals' ? report.chart.totals : report.chart.overTime),
      ...(pipeline === undefined ? {} : { pipeline }),
      settings: values,
    },
    today,
    range,
    compareRange: compareOf(question, range),
    grain,
    grains,
    by,
    breakdown,
    measures: measuresOf(report, question),
    running: view === 'over-time' && (report.running?.(values) ?? false),
    rules: [...report.rules, ...settings.flatMap(({ rules }) => rules)],
  }
}

const chosen = (path: string | null | undefined): string | null => (path === 'none' || !path ? null : path)

/** Over time a group that was asked for splits the periods; the report's default group does not. */
function dimensionsOf(report: Listed, question: Question, view: 'totals' | 'over-time') {
  const breakdown = chosen(question.breakdown ?? report.breakdown)
  if (view === 'totals') return { by: chosen(question.by ?? report.by), breakdown }
  return { by: breakdown ? null : chosen(question.by), breakdown }
}

function compareOf({ compare }: Question, range: DayRange): DayRange | null {
  switch (compare) {
    case 'previous-period':
      return previousPeriod(range)
    case 'previous-year':
      return previousYear(range)
    case 'none':
    case undefined:
      return null
  }
}

function measuresOf(report: Listed, { measures }: Question): readonly Measure[] {
  if (!measures || measures.length === 0) return report.measures
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

interface SettledSetting {
  readonly key: string
  readonly value: string
  readonly rules: readonly Rule[]
}

function settingsOf(
  asking: Asking,
  report: Listed,
  { settings = {} }: Question,
  today: string,
): readonly SettledSetting[] {
  const unknown = Object.keys(settings).find((key) => !report.settings.some((each) => each.key === key))
  if (unknown)
    throw new Refusal('setting-unknown', { setting: unknown, value: settings[unknown] ?? '', report: report.title })
  return report.settings.map((setting) => {
    const value = settings[setting.key] ?? ''
    if ('options' in setting) return chosenOption(report, setting, settings[setting.key])
    if (setting.kind === 'range' && value !== '' && !rangeOf(value, today, asking.moment.account))
      throw new Refusal('range-unreadable', { range: value })
    return { key: setting.key, value, rules: [] }
  })
}

function chosenOption(report: Listed, { key, options }: Choice, value: string | undefined): SettledSetting {
  const option = value === undefined ? options[0] : options.find((each) => each.value === value)
  if (!option) throw new Refusal('setting-unknown', { setting: key, value: value ?? '', report: report.title })
  return { key, value: option.value, rules: option.rules }
}
