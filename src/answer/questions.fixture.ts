import { fc } from '../../fixtures/seeded.ts'
import { takesRange } from '../facts/index.ts'
import { catalogue, type Listed, tabOf } from '../reports/index.ts'
import { type Condition, type Question, rangePresets } from './question/question.ts'
import type { DocumentPage, FieldShape } from './shapes.ts'

/** Each tab is a report of its own to the laws. */
export const reports = (await catalogue()).flatMap((report) =>
  report.tabs.length === 0 ? [report] : report.tabs.map(({ key }) => tabOf(report, key)),
)
export const ranges = fc.constantFrom<Question['range']>(
  ...rangePresets,
  '2023-06-01..2024-05-31',
  '2024-01-01..2024-03-31',
  '2023-12-31..2023-12-31',
)

/** A condition that a field of this kind can be asked for. */
export function conditionOn({ path, kind }: FieldShape): readonly Condition[] {
  switch (kind) {
    case 'money':
    case 'number':
    case 'duration':
    case 'percent':
      return [{ field: path, is: 'greater-than', values: ['50'] }]
    case 'flag':
      return [{ field: path, is: 'none-of', values: ['true'] }]
    case 'text':
      return [
        { field: path, is: 'contains', values: ['n'] },
        { field: path, is: 'unknown', values: [] },
      ]
    case 'day':
      return [{ field: path, is: 'in-last-days', values: ['90'] }]
    case 'id':
    case 'instant':
      return [{ field: path, is: 'known', values: [] }]
  }
}

export const keyOf = (report: Listed): string | undefined => ('key' in report ? String(report.key) : undefined)

/** Any choice of those that the report offers. */
const settingsOf = (settings: DocumentPage['settings']): fc.Arbitrary<Record<string, string>> =>
  fc
    .tuple(
      ...settings
        .filter(({ kind }) => kind === 'choice')
        .map(({ key, options }) => fc.constantFrom(...options.map(({ value }) => [key, value] as const))),
    )
    .map((chosen) => Object.fromEntries(chosen))

/** Any question that a report offers to be asked. */
export const questionsOf = (
  report: Listed,
  { filters, dimensions, hasOwner, settings, views, byDate }: DocumentPage,
): fc.Arbitrary<Question> =>
  fc
    .record(
      {
        range: ranges,
        view: fc.constantFrom('totals' as const, 'over-time' as const),
        frequency: fc.constantFrom('daily' as const, 'weekly' as const, 'monthly' as const, 'yearly' as const),
        by: fc.constantFrom('none', ...dimensions.flatMap(({ path }) => (path === byDate ? [] : path))),
        breakdown: fc.constantFrom('none', ...dimensions.flatMap(({ path }) => (path === byDate ? [] : path))),
        reps: hasOwner ? fc.subarray(['ann', 'bob', 'cas']) : fc.constant<string[]>([]),
        teams: hasOwner ? fc.constantFrom<string[]>([], ['all'], ['south']) : fc.constant<string[]>([]),
        filters: fc.subarray(filters.flatMap(conditionOn), { maxLength: 2 }),
        compare: fc.constantFrom('none' as const, 'previous-period' as const, 'previous-year' as const),
        settings: settingsOf(settings),
      },
      { requiredKeys: [] },
    )
    .map((question) =>
      offeredOf(report, views, { ...question, tab: keyOf(report), measures: report.measures.map(({ key }) => key) }),
    )

/** What does not go together is refused, and no law is about it. */
function offeredOf(report: Listed, views: DocumentPage['views'], question: Question): Question {
  const { by = 'none', breakdown = 'none', frequency, view = frequency && 'over-time', ...others } = question
  const shown = views.includes(view ?? 'totals') ? view : undefined
  const splitsTwice = by !== 'none' && breakdown !== 'none' && shown !== 'totals'
  return {
    ...others,
    ...(!report.date && !takesRange(report.from) && { range: 'all-time' as const }),
    ...(shown && { view: shown }),
    ...(shown && frequency && { frequency }),
    ...('by' in question && !splitsTwice && { by }),
    ...('breakdown' in question && { breakdown }),
  }
}
