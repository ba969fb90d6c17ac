import type { ChartType, Frequency, Operator, Question, RangePreset } from '../src/answer/index.ts'

type Compare = NonNullable<Question['compare']>
type Trend = NonNullable<Question['trend']>

/** The compiler refuses a word that the server does not know. */
const listOf =
  <T extends string>() =>
  <const L extends readonly T[]>(list: L): L =>
    list

export const frequencies = listOf<Frequency>()(['daily', 'weekly', 'monthly', 'quarterly', 'yearly'])
export const compares = listOf<Compare>()(['none', 'previous-period', 'previous-year'])
export const trends = listOf<Trend>()(['none', 'linear', 'logarithmic', 'forecast'])
export const chartTypes = listOf<ChartType>()([
  'column',
  'stacked-column',
  'bar',
  'stacked-bar',
  'line',
  'area',
  'donut',
  'funnel',
  'waterfall',
  'feed',
])

/** Presets in the groups that the reader looks for them in. */
export const presetGroups = [
  { group: 'days', presets: listOf<RangePreset>()(['today', 'yesterday']) },
  { group: 'weeks', presets: listOf<RangePreset>()(['this-week', 'this-week-so-far', 'last-week']) },
  { group: 'months', presets: listOf<RangePreset>()(['this-month', 'this-month-so-far', 'last-month']) },
  { group: 'quarters', presets: listOf<RangePreset>()(['this-quarter', 'this-quarter-so-far', 'last-quarter']) },
  { group: 'years', presets: listOf<RangePreset>()(['this-year', 'this-year-so-far', 'last-year']) },
  {
    group: 'rolling',
    presets: listOf<RangePreset>()([
      'last-7-days',
      'last-14-days',
      'last-30-days',
      'last-60-days',
      'last-90-days',
      'last-180-days',
      'last-365-days',
    ]),
  },
  {
    group: 'fiscal',
    presets: listOf<RangePreset>()([
      'this-fiscal-quarter',
      'this-fiscal-quarter-so-far',
      'last-fiscal-quarter',
      'this-fiscal-year',
      'this-fiscal-year-so-far',
      'last-fiscal-year',
    ]),
  },
  { group: 'all', presets: listOf<RangePreset>()(['all-time']) },
] as const

export const presets: readonly RangePreset[] = presetGroups.flatMap(({ presets }): readonly RangePreset[] => presets)

/** Operators that are said without a value. */
export const bare: readonly Operator[] = ['known', 'unknown']
