/** The objects that rights are given on. */
export const rightsObjects = [
  'company',
  'contact',
  'deal',
  'lead',
  'activity',
  'conversation',
  'goal',
  'forecast_submission',
] as const
export type RightsObject = (typeof rightsObjects)[number]

/** Whose rights a kind of row follows. `setup` names things, such as people and stages, and everybody sees it; `none` is asked for by nobody. */
export type RightsOf = RightsObject | 'setup' | 'none'

/** Where rows of one fact are of several objects: a text column tells which, and other rows follow the fact's own. */
export interface RightsBy {
  readonly column: string
  readonly of: Readonly<Record<string, RightsObject>>
}
