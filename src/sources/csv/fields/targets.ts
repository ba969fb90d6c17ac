import { crm, type EntityName, type Field, landed } from '../../../model/index.ts'

/** Kinds of record that rows of a file can be. */
export const recordKinds = [
  'owner',
  'company',
  'contact',
  'deal',
  'lead',
  'activity',
  'conversation',
  'goal',
  'forecast_submission',
  'exchange_rate',
] as const
export type RecordKind = (typeof recordKinds)[number]

/** What a company is set up with: there before any record refers to it. */
export const setupKinds = ['team', 'pipeline', 'stage'] as const
export type SetupKind = (typeof setupKinds)[number]

/** What a file can hold: what the company is set up with, records, or what happened to them. */
export const fileKinds = [...setupKinds, ...recordKinds, 'property_change'] as const
export type FileKind = (typeof fileKinds)[number]

/** Records that are referred to by name, and made when there is none of that name. */
export type NamedKind = 'owner' | 'company' | 'contact' | 'deal'

/** What a column can be: the record's id, one of its fields, a reference to another record, or a part of something. */
export type Target =
  | { readonly is: 'field'; readonly field: Field }
  | { readonly is: 'reference'; readonly to: NamedKind; readonly by: 'name' | 'id'; readonly via: string }
  | { readonly is: 'part'; readonly part: Part }

/** Properties whose value a row of a history can hold under the property's own name. */
export const stateParts = [
  'stage',
  'amount',
  'closed_at',
  'owner',
  'pipeline',
  'forecast_category',
  'lifecycle_stage',
  'lead_status',
  'task_status',
] as const
export type StatePart = (typeof stateParts)[number]

/** Dates and amounts that count where the surer column says nothing: won and lost times close a deal, expected ones stand in. */
export const standIns = ['won_at', 'lost_at', 'expected_at', 'expected_amount'] as const
export type StandIn = (typeof standIns)[number]
export const isStandIn = (part: Part): part is StandIn => standIns.some((one) => one === part)

/** What needs another column, or more than one record, to become something. */
export type Part =
  | 'first_name'
  | 'last_name'
  | 'team'
  | 'parent_team'
  | 'status'
  | 'is_won'
  | 'is_closed'
  | StandIn
  | 'record'
  | 'order'
  | 'object'
  | 'old_value'
  | 'old_stage'
  | StatePart

export const isSetup = (kind: FileKind): kind is SetupKind => setupKinds.some((setup) => setup === kind)

const parts: Readonly<Record<FileKind, readonly Part[]>> = {
  team: ['parent_team'],
  pipeline: ['order', 'object'],
  stage: ['pipeline', 'order', 'object'],
  owner: ['first_name', 'last_name', 'team', 'parent_team'],
  company: [],
  contact: ['first_name', 'last_name'],
  deal: ['pipeline', 'stage', 'status', 'is_won', 'is_closed', ...standIns],
  lead: [],
  activity: [],
  conversation: [],
  goal: ['team', 'pipeline'],
  forecast_submission: ['team', 'pipeline'],
  exchange_rate: [],
  property_change: ['record', 'old_value', 'old_stage', ...stateParts],
}

export const namedKinds: readonly NamedKind[] = ['owner', 'company', 'contact', 'deal']
export const isNamed = (kind: FileKind): kind is NamedKind => namedKinds.some((named) => named === kind)

function targets(kind: FileKind): ReadonlyMap<string, Target> {
  const found = new Map<string, Target>()
  for (const field of landed(crm[kind]))
    if (field.name === 'id' || !field.hidden) found.set(wordFor(field), { is: 'field', field })
  for (const part of parts[kind]) found.set(part, { is: 'part', part })
  for (const to of namedKinds) addReferences(found, kind, to)
  return found
}

function addReferences(found: Map<string, Target>, kind: FileKind, to: NamedKind): void {
  const via = `${to}_id`
  if (!(via in crm[kind].fields)) return
  found.set(to, { is: 'reference', to, by: 'name', via })
  found.set(via, { is: 'reference', to, by: 'id', via })
}

/** Users say amount; the amount in the company's currency is made at load. */
const wordFor = (field: Field): string => (field.name === 'amount_in_currency' ? 'amount' : field.name)

/** The words that a mapping file may use for the columns of such records. */
export const targetsOf: Readonly<Record<FileKind, ReadonlyMap<string, Target>>> = {
  team: targets('team'),
  pipeline: targets('pipeline'),
  stage: targets('stage'),
  owner: targets('owner'),
  company: targets('company'),
  contact: targets('contact'),
  deal: targets('deal'),
  lead: targets('lead'),
  activity: targets('activity'),
  conversation: targets('conversation'),
  goal: targets('goal'),
  forecast_submission: targets('forecast_submission'),
  exchange_rate: targets('exchange_rate'),
  property_change: targets('property_change'),
}

/** Names that a custom property of these records cannot have: fields, references and the words above. */
export function takenNames(kind: FileKind): ReadonlySet<string> {
  const { fields, refs } = crm[kind satisfies EntityName]
  return new Set([...Object.keys(fields), ...Object.keys(refs), ...targetsOf[kind].keys(), 'skip'])
}
